import type { leftOut as danish } from '../da/leftOut.ts';

export const leftOut: typeof danish = {
  heading: 'The course system does not share everything with us',
  intro:
    'The person who looks after the course system can put it right. In Moodle it is on the tool’s settings page: Manage tools, the pencil at TÆTTERE PÅ JOB. It takes effect the next time someone opens the course.',
  grades: {
    what: 'Grades and completion do not arrive.',
    setting: 'IMS LTI Assignment and Grade Services',
    value: 'Use this service for grade sync and column management',
  },
  list: {
    what: 'We cannot see who is in the class before they have been here.',
    setting: 'IMS LTI Names and Role Provisioning',
    value: 'Use this service to retrieve members’ information as per privacy settings',
  },
  names: {
    what: 'Nobody has a name here. If that is intended, there is nothing to do.',
    setting: 'Share launcher’s name with tool',
    value: 'Always',
  },
  choose: 'choose',
};
