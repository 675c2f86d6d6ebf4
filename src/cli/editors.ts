import { createHash } from 'node:crypto';
import { CommandFailed } from './failure.ts';
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
    passkeys: {
      form: '',
      does: 'lists the passkeys that let editors in without a link',
      run: ({ config }) =>
        withPlatforms(config, async ({ editors }) => {
          const lines = (await editors.passkeys.all()).map(({ id, doc }) => `${shortOf(id)}  ${doc.name}\n`);
          return lines.join('') || 'There are no passkeys.\n';
        }),
    },
    'remove-passkey': {
      form: '<id>',
      does: 'removes a passkey, and ends what it has opened',
      run: ({ config, values: [short = ''] }) =>
        withPlatforms(config, async ({ editors }) => {
          const found = (await editors.passkeys.all()).find(({ id }) => shortOf(id) === short);
          if (!found) throw new CommandFailed(`There is no passkey ${short}.`);
          await editors.passkeys.remove(found.id);
          return 'The passkey no longer lets anyone in.\n';
        }),
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

/** A short hash of a passkey's id, which never looks like an option of the command line. */
function shortOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8);
}
