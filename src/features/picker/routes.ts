import type { Courses } from '../../content/course.ts';
import type { SelectionOwner, Selections, SelectionTerms } from '../../lti/index.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { allowFormsTo } from '../../http/headers.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { findActivity } from '../../content/find.ts';
import { answerOf, sendingPage } from './answer.ts';
import { chosenItems } from './offer.ts';
import { pickerPage } from './pickerPage.ts';
import { previewPage } from './previewPage.ts';
import { shownTo, type Shown } from './shown.ts';

export interface PickerDeps {
  courses: Courses;
  rooms: Pick<Rooms, 'room' | 'person' | 'gradebooks'>;
  selections: Selections;
  schedules: Pick<Schedules, 'of'>;
}

const base = '/vaelg/:selection';
const action = 'chooseActivities';

/** Choosing activities for a course (deep linking): looking, choosing, and returning with the choice. */
export function pickerRoutes(deps: PickerDeps): RoomRoute[] {
  return [
    { method: 'get', path: base, action, handle: (visit) => show(deps, visit) },
    { method: 'get', path: `${base}/vis/:activity`, action, handle: (visit) => preview(deps, visit) },
    { method: 'post', path: base, action, handle: (visit) => choose(deps, visit) },
  ];
}

async function show(deps: PickerDeps, visit: Visit): Promise<void> {
  const { terms, shown } = await open(deps, visit);
  showPicker(visit, { ...shown, terms, wrong: false });
}

async function preview(deps: PickerDeps, visit: Visit): Promise<void> {
  const { shown } = await open(deps, visit);
  const activity = findActivity(shown.course, String(visit.req.params['activity']));
  if (!activity) throw new Problem('not-found');
  visit.res.render('picker/preview', previewPage({ ...shown, activity }));
}

async function choose(deps: PickerDeps, visit: Visit): Promise<void> {
  const owner = await ownerOf(deps, visit.viewer);
  const found = await deps.selections.find(idOf(visit), owner);
  if (!found) throw new Problem('selection-over');
  const shown = await shownIn(deps, visit);
  const items = chosenItems(visit.req.body, shown);
  if (!items || (items.length > 1 && !found.several)) {
    if (found.answered) throw new Problem('selection-over');
    showPicker(visit, { ...shown, terms: found, wrong: true });
    return;
  }
  const form = await deps.selections.answer(idOf(visit), owner, answerOf(items, found, shown.text));
  if (!form) throw new Problem('selection-over');
  // What is placed now will have columns in a moment.
  await deps.rooms.gradebooks.lookSoon(visit.viewer.room, items);
  allowFormsTo(visit.res, new URL(form.address).origin);
  // The browser would send no other form from this page.
  const alone = { languageSwitch: undefined, signOutOfRoom: undefined };
  visit.res.render('picker/sending', { ...sendingPage({ ...shown, form, cancelled: items.length === 0 }), ...alone });
}

function idOf({ req }: Visit): string {
  return String(req.params['selection']);
}

async function ownerOf({ rooms }: PickerDeps, viewer: Viewer): Promise<SelectionOwner> {
  const [room, person] = await Promise.all([rooms.room(viewer.room), rooms.person(viewer.person)]);
  if (!room || !person) throw new Problem('session-ended');
  const { platform, deployment, context } = room;
  return { platform, deployment, context, subject: person.subject };
}

/** A selection that has not been answered. */
async function open(deps: PickerDeps, visit: Visit): Promise<{ terms: SelectionTerms; shown: Shown }> {
  const terms = await deps.selections.find(idOf(visit), await ownerOf(deps, visit.viewer));
  if (!terms || terms.answered) throw new Problem('selection-over');
  return { terms, shown: await shownIn(deps, visit) };
}

async function shownIn(deps: PickerDeps, visit: Visit): Promise<Shown> {
  return shownTo({ ...deps, ...visit, schedule: await deps.schedules.of(visit.viewer.room) });
}

function showPicker({ res }: Visit, input: Parameters<typeof pickerPage>[0]): void {
  if (input.terms.activities) res.status(input.wrong ? 422 : 200).render('picker/choose', pickerPage(input));
  else
    res.status(400).render('picker/unsupported', { ...pickerPage(input), title: input.text.picker.unsupported.title });
}
