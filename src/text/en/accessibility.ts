import type { accessibility as danish } from '../da/accessibility.ts';

export const accessibility: typeof danish = {
  link: 'Accessibility',
  title: 'Accessibility',
  path: '/accessibility',
  otherPath: '/tilgaengelighed',
  lead: 'Everyone should be able to use these pages. Here you see what we have done, what is missing, and whom to write to.',
  parts: [
    {
      heading: 'What you can count on',
      items: [
        'The pages are built by WCAG 2.2 at level AA. These are the rules that the law builds on.',
        'You can use everything by keyboard. You can zoom to 200 %, and the pages fit a small phone.',
        'Every field has a text, and faults are told in words. Nothing is shown by a colour alone.',
        'Videos have captions. You can also read what is said.',
        'Every form works with JavaScript off. What you write is saved.',
        'No page closes because you take long to write. The text is saved as you go.',
      ],
    },
    {
      heading: 'How we have looked',
      items: [
        'Each time the pages change, a program looks for faults. It uses the rules of axe at three widths: 320, 768 and 1280.',
        'We try what the program cannot see ourselves: text that is cut off, high contrast, the size of buttons, keyboard, and pages without JavaScript.',
        'The pages have been tried in the browser Chromium.',
      ],
    },
    {
      heading: 'What is missing',
      items: [
        'The pages have not been tried by people who use a screen reader every day.',
        'The pages have not been tried in Safari and Firefox.',
        'The voice in the videos is made by a computer. There is no audio description. What happens in the picture is also said.',
        'The course room around the pages and the webinar belong to other systems. We cannot answer for those.',
      ],
    },
  ],
  contactHeading: 'Is there something you cannot use?',
  contact:
    'Write to your instructor in the course room. Say which page it is and what you wanted to do. We help you in another way while we mend it.',
  complaint:
    'If you are not satisfied with the answer, you can complain to Digitaliseringsstyrelsen, which watches over the rules in Denmark.',
  updated: 'Written on 22 November 2026.',
};
