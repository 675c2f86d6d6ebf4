import type { leftOut as danish } from '../da/leftOut.ts';

export const leftOut: typeof danish = {
  heading: 'The course system does not share everything with us',
  intro:
    'Whoever looks after the course system can put it right. In Moodle it is the page with the tool’s settings: Manage tools, the pencil at TÆTTERE PÅ JOB. It counts from the next time someone opens the course.',
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
    what: 'Nobody has a name here. If that is meant, there is nothing to do.',
    setting: 'Share launcher’s name with tool',
    value: 'Always',
  },
  choose: 'choose',
};
