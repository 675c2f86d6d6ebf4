import type { ChosenItem, SelectionAnswer, SelectionForm, SelectionTerms } from '../../lti/index.ts';
import type { Text } from '../../text/texts.ts';
import type { Shown } from './shown.ts';

/** The answer to the platform: what was chosen, that nothing was, or why nothing could be. */
export function answerOf(items: ChosenItem[], terms: SelectionTerms, { picker }: Text): SelectionAnswer {
  if (items.length > 0) {
    return { items, message: picker.sending.message(items.length), log: `${items.length} chosen` };
  }
  if (terms.activities) return { items };
  return { items, error: picker.unsupported.message, log: 'accept_types holds no ltiResourceLink' };
}

/** The page that posts itself to the platform, in the shape that `views/picker/sending.hbs` takes. */
export function sendingPage({ frame, text, form, cancelled }: Shown & { form: SelectionForm; cancelled: boolean }) {
  const { sending } = text.picker;
  return {
    ...frame,
    // The signed answer already has a language.
    languageSwitch: undefined,
    title: cancelled ? sending.cancelTitle : sending.title,
    button: cancelled ? sending.cancelButton : sending.button,
    form,
  };
}
