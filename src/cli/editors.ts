import type { Program } from './program.ts';
import { withPlatforms } from './openPlatforms.ts';

export const program: Program = {
  commands: {
    link: {
      form: '',
      does: 'prints a link to the pages where the course is edited; it works once, within 15 minutes',
      run: ({ config }) =>
        withPlatforms(
          config,
          async ({ editors }) =>
            `${await editors.link()}\n\nGive this link to the editor. It works once, within 15 minutes, and opens the course: no person, no answer.\n`,
        ),
    },
    'sign-out': {
      form: '',
      does: 'ends every editor’s visit, and every link that has not been used',
      run: ({ config }) =>
        withPlatforms(config, async ({ editors }) => {
          await editors.endAll();
          return 'Every editor is signed out.\n';
        }),
    },
  },
  about: 'Run it with the settings of the server, which may be running meanwhile.\n',
};
