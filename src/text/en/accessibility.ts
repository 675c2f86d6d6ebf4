import type { accessibility as danish } from '../da/accessibility.ts';

export const accessibility: typeof danish = {
  link: 'Accessibility',
  title: 'Accessibility',
  path: '/accessibility',
  otherPath: '/tilgaengelighed',
  lead: 'Everyone should be able to use these pages. Here you can see what we have done, what is missing, and who to write to.',
  parts: [
    {
      heading: 'What you can count on',
      items: [
        'The pages follow WCAG 2.2 at level AA. The law is based on these rules.',
        'You can use everything with a keyboard. You can zoom to 200 %, and the pages fit a small phone.',
        'Every field has a label, and errors are explained in words. Nothing is shown by colour alone.',
        'Videos have captions. You can also read what is said.',
        'Every form works with JavaScript off. What you write is saved.',
        'Your text is saved as you write, also when you take your time.',
      ],
    },
    {
      heading: 'How we have checked',
      items: [
        'Each time the pages change, a program looks for faults. It uses the axe rules at three widths: 320, 768 and 1280.',
        'We check what the program cannot see ourselves: text that is cut off, high contrast, the size of buttons, keyboard, and pages without JavaScript.',
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
    'Write to your instructor in the course room. Say which page it is and what you wanted to do. We will help you in another way while we fix it.',
  complaint:
    'If you are not satisfied with the answer, you can complain to Digitaliseringsstyrelsen, the Danish agency that oversees the rules.',
  updated: 'Written on 22 November 2026.',
};
