import type { Course, Courses, Module, SteppedActivity, Tool } from '../../../src/content/course.ts';
import { preparation } from '../../activities/engine/course.ts';

function activity(week: number, change: Partial<SteppedActivity> = {}): SteppedActivity {
  return {
    ...preparation,
    id: `modul-${week}-forberedelse`,
    title: `Forberedelse ${week}`,
    ...change,
  };
}

function week(number: number): Module {
  return {
    id: `modul-${number}`,
    number,
    title: `Emne ${number}`,
    summary: `Om emne ${number}.`,
    language: 'da',
    activities: [activity(number), activity(number, { id: `modul-${number}-mere`, title: `Mere ${number}` })],
  };
}

function tool(id: string, change: Partial<Tool> = {}): Tool {
  return {
    id,
    title: `Værktøj ${id}`,
    summary: 'Det hjælper.',
    what: { html: '<p>Se også <a href="vaerktoej:stress">stress</a>.</p>' },
    when: ['Når du vil.'],
    steps: [{ html: '<p>Begynd.</p>' }, { html: '<p>Bliv ved.</p>' }],
    example: { html: '<p>Bo gør det.</p>' },
    sheet: [],
    tryNow: { html: '<p>Nu.</p>' },
    related: ['stress'],
    usedIn: [],
    keywords: [],
    words: '',
    ...change,
  };
}

const danish: Course = {
  id: 'proeve',
  title: 'Prøve',
  variants: [{ id: 'to-uger', title: 'På to uger', weeks: [['modul-1'], ['modul-2', 'modul-3']] }],
  mediaHosts: [],
  hardMoments: '<p>Ring 112</p>',
  modules: [week(1), week(2), week(3)],
  toolbox: {
    title: 'Kassen',
    intro: 'Slå op her.',
    tools: [
      tool('soevn', { title: 'Søvn', words: 'Stå op på samme tid. Vækkeur.' }),
      tool('stress', { title: 'Stress', words: 'Ro. Det hjælper også på søvnen. André.' }),
      tool('mad', {
        title: 'Sund mad',
        words: 'Grønt på tallerkenen.',
        stuck: { html: '<p>Vent.</p>' },
        sheet: [{ ask: 'Hvad spiser jeg?', lines: 3 }],
        usedIn: ['modul-2'],
      }),
    ],
  },
};

/** Three weeks of two activities each; week 1 in English too. */
export const courses: Courses = {
  da: danish,
  en: {
    id: 'proeve',
    title: 'Trial',
    variants: [{ id: 'to-uger', title: 'In two weeks', weeks: [['modul-1'], ['modul-2', 'modul-3']] }],
    mediaHosts: [],
    hardMoments: '<p>Ring 112</p>',
    modules: [{ ...week(1), title: 'Subject 1', language: 'en' }, week(2), week(3)],
  },
};
