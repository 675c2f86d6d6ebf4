import type { Activities } from './activities.ts';
import { originalCourse } from './courses.ts';
import type { LineItems } from './lineItems.ts';

interface CourseContent {
  activities: Activities;
  lineItems: LineItems;
}

/** Fills the course room at its first start. A course that was emptied by hand later stays empty. */
export async function addFirstContent({ activities, lineItems }: CourseContent) {
  if ((await activities.count()) > 0) return;
  const course = originalCourse.id;
  const preparation = await activities.add({
    course,
    title: 'Forberedelse til uge 1',
    text: 'Se en kort film, og svar på nogle spørgsmål. Du kan holde pause undervejs.',
    custom: { activity: 'modul-1-forberedelse' },
    container: 'frame',
    url: '',
  });
  await lineItems.add({
    course,
    label: preparation.title,
    scoreMaximum: 100,
    activity: preparation.id,
    resourceId: 'modul-1-forberedelse',
    tag: 'prep',
  });
  await activities.add({
    course,
    title: 'Min uge',
    text: 'Her kan du se, hvad du skal nu.',
    custom: {},
    container: 'frame',
    url: '',
  });
}
