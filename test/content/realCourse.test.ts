import { expect } from 'chai';
import { readdir, readFile, stat } from 'node:fs/promises';
import { load } from 'cheerio';
import { checkCourse, loadCourse } from '../../src/activities/course.ts';
import { isHandleplan, type PlanExample } from '../../src/activities/handleplan/plan/activity.ts';
import { HIGHEST_LIX } from '../../src/content/checks/check.ts';
import { inRhythm } from '../../src/content/rhythm.ts';
import type { ActivityKind } from '../../src/domain/answers.ts';
import type { Activity, Course, Courses, Module, SteppedActivity, Question, Step } from '../../src/content/course.ts';
import { findTools } from '../../src/features/toolbox/search.ts';
import { WHOM } from '../../src/activities/scenario/schema.ts';
import type { Picture } from '../../src/content/media.ts';

const REAL = 'content/taettere-paa-job';
function wordsOf(html: string): string {
  return load(html)('body').text().trim().replace(/\s+/g, ' ');
}
function fileOf(address: string): string {
  return address.replace('/kursus/taettere-paa-job', REAL);
}

async function toolsLinkedFrom(folder: string): Promise<Set<string>> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  return new Set(texts.flatMap((text) => [...text.matchAll(/vaerktoej:([a-z-]+)/g)].map((match) => match[1] ?? '')));
}

describe('The course TÆTTERE PÅ JOB', () => {
  let courses: Courses;
  before(async () => {
    courses = await loadCourse(REAL);
  });

  it('has eight weeks, in Danish and English', () => {
    const ids = ['modul-1', 'modul-2', 'modul-3', 'modul-4', 'modul-5', 'modul-6', 'modul-7', 'modul-8'];
    expect(courses.da.title).to.equal('Tættere på job');
    for (const course of [courses.da, courses.en!]) expect(course.modules.map(({ id }) => id)).to.deep.equal(ids);
    expect(courses.en!.modules[0]).not.to.have.property('language');
  });

  it('is easy to read, every text of it', async () => {
    const { texts } = await checkCourse(REAL);
    expect(texts.filter(({ lix }) => lix > HIGHEST_LIX)).to.deep.equal([]);
  });

  it('has surveys that a tired person reads in five minutes, each with a first page that says how long', () => {
    for (const course of [courses.da, courses.en!])
      for (const { id, minutes } of course.surveys ?? []) expect(minutes, id).to.be.within(2, 5);
  });

  it('asks for little in each preparation: short steps, few answers that must be given, several kinds of questions', () => {
    for (const prep of preparationsOf(courses.da)) {
      const questions = prep.steps.flatMap((step) => step.questions);
      expect(prep.steps.length, prep.id).to.be.within(4, 6);
      expect(prep.minutes, prep.id).to.be.within(12, 20);
      expect(Math.max(...prep.steps.map(({ minutes, holds }) => minutes - (holds ? 2 : 0))), prep.id).to.be.at.most(4);
      expect(questions.filter(({ required }) => required).length, prep.id).to.be.within(1, 3);
      expect(new Set(questions.map(({ kind }) => kind)), prep.id).to.include.keys('one', 'many', 'text');
    }
  });

  it('has at least sixteen tools, each long enough to be looked things up in, with a sheet and a week', async () => {
    const { texts } = await checkCourse(REAL);
    for (const { toolbox } of [courses.da, courses.en!]) {
      expect(toolbox?.tools.length).to.be.at.least(16);
      for (const tool of toolbox?.tools ?? []) {
        expect(tool.stuck, tool.id).to.be.an('object');
        expect(tool.sheet.length, tool.id).to.be.within(3, 8);
        expect(tool.usedIn, tool.id).not.to.deep.equal([]);
        expect(tool.related, tool.id).not.to.deep.equal([]);
        expect(tool.keywords.length, tool.id).to.be.at.least(8);
      }
    }
    const pages = texts.filter(({ file }) => /vaerktoejskasse\/(?!toolbox)/.test(file));
    expect(pages).to.have.length(2 * (courses.da.toolbox?.tools.length ?? 0));
    for (const { file, words } of pages) expect(words, file).to.be.within(600, 1000);
  });

  it('links from each week to the tools that say they are used in it, and to no others', async () => {
    for (const language of ['da', 'en'] as const) {
      const tools = courses[language]?.toolbox?.tools ?? [];
      for (const { id } of courses.da.modules) {
        const wanted = tools.filter(({ usedIn }) => usedIn.includes(id)).map((tool) => tool.id);
        expect([...(await toolsLinkedFrom(`${REAL}/${language}/${id}`))].toSorted(), `${language}/${id}`).to.deep.equal(
          wanted.toSorted(),
        );
      }
    }
  });

  it('finds a tool by the words people use', () => {
    const questions = {
      'kan ikke sove': 'soevn',
      ondt: 'smerter-og-traethed',
      skænderi: 'konflikt',
      vælge: 'beslutninger',
      pause: 'balance',
      ansøgning: 'soeg-job',
      cv: 'fem-linjer-og-cv',
      jobsamtale: 'jobsamtale',
      'første dag': 'foerste-dag',
      skole: 'uddannelse',
      bange: 'svaere-foelelser',
      'sige nej': 'god-kommunikation',
      sagsbehandler: 'samarbejde',
      slik: 'sund-mad',
    };
    for (const [query, id] of Object.entries(questions)) {
      const found = findTools(courses.da.toolbox?.tools ?? [], query).map((tool) => tool.id);
      expect(found.slice(0, 3), query).to.include(id);
    }
  });

  it('looks back gently at the week before, from the second week on', () => {
    for (const prep of preparationsOf(courses.da).slice(1)) {
      const [first] = prep.steps[0]!.questions;
      expect(first, prep.id).to.include({ id: 'sidste-uge', required: false });
    }
  });

  it('ends each preparation with whom to call, and that no one reads the answers at once', () => {
    const words = wordsOf(courses.da.hardMoments);
    for (const told of ['Her kan ingen hjælpe dig med det samme', 'læge', '70 201 201', '112'])
      expect(words).to.contain(told);
    // The page says it once wherever there is something to write.
    for (const prep of preparationsOf(courses.da)) {
      const { questions } = prep.steps.findLast(({ goesOn }) => !goesOn)!;
      const { html } = prep.steps.at(-1)!;
      expect(
        questions.map(({ kind }) => kind),
        prep.id,
      ).to.include('text');
      expect(wordsOf(html), prep.id).not.to.contain('112');
    }
  });

  it('has all three activities every week, and cards to sort in week 7', () => {
    for (const module of courses.da.modules) {
      expect(module.activities.map(kindAndId), module.id).to.deep.equal([
        ['prep', `${module.id}-forberedelse`],
        ['scenario', `${module.id}-medkursister`],
        ...(module.id === 'modul-7' ? [['cardSort', 'modul-7-kort']] : []),
        ['handleplan', `${module.id}-handleplan`],
      ]);
    }
  });

  it('brings each of the six people back, also where the course runs in seven weeks', () => {
    const met = courses.da.modules.flatMap(peopleIn);
    const inSeven = inRhythm(courses.da, { rhythm: 'syv-emner' }).modules.flatMap(peopleIn);
    expect(new Set(met)).to.have.keys('lone', 'kasper', 'farida', 'bent', 'sofie', 'magnus');
    for (const person of new Set(met)) {
      for (const rhythm of [met, inSeven]) {
        expect(rhythm.filter((each) => each === person).length, person).to.be.at.least(3);
      }
    }
  });

  it('lets all six be met in the first week and in the last', () => {
    for (const course of [courses.da, courses.en!]) {
      for (const module of [course.modules[0]!, course.modules.at(-1)!]) {
        expect(new Set(peopleIn(module)), module.id).to.have.property('size', 6);
      }
    }
  });

  it('says each week in a line how all six have been, before one chooses whom to meet', () => {
    for (const course of [courses.da, courses.en!]) {
      for (const module of course.modules.slice(1)) {
        const told = load(stepsIn(module)[0]?.html ?? '')('li strong');
        expect(
          told.get().map((name) => load(name).text()),
          module.id,
        ).to.deep.equal(['Lone', 'Kasper', 'Farida', 'Bent', 'Sofie', 'Magnus']);
      }
    }
  });

  it('lets one not know, wherever one chooses for a person', () => {
    for (const module of courses.da.modules) {
      const choices = questionsIn(module).filter(({ id }) => id.endsWith('-valg'));
      expect(choices.length, module.id).to.equal(peopleIn(module).length);
      for (const choice of choices) expect(optionsOf(choice), `${module.id} ${choice.id}`).to.include('ved-ikke');
    }
  });

  it('shows people in pictures that are there, are soon fetched and are told in a sentence', async () => {
    for (const module of courses.da.modules) {
      const pictures = picturesIn(module);
      expect(pictures.length, module.id).to.be.at.least(2 * peopleIn(module).length);
      for (const { src, alt } of pictures) {
        expect((await stat(fileOf(src))).size, src).to.be.below(6_000);
        expect(alt, src).to.match(/^\p{Lu}.{10,}\.$/u);
      }
    }
  });

  it('draws something new for every week', () => {
    const seen = new Set<string>();
    for (const module of courses.da.modules) {
      const files = picturesIn(module).map(({ src }) => src);
      expect(
        files.some((file) => !seen.has(file)),
        module.id,
      ).to.equal(true);
      for (const file of files) seen.add(file);
    }
  });

  it('names no week by its number in the stories, as the rhythm may be another', () => {
    for (const module of courses.da.modules) {
      const told = stepsIn(module).map(({ title, html }) => `${title} ${wordsOf(html)}`);
      expect(told.join('\n'), module.id).not.to.match(
        /\b(?:uge|modul) (?:\d|et\b|to\b|tre\b|fire\b|fem\b|seks\b|syv\b|otte\b)/i,
      );
    }
  });

  it('has plans of days and of tasks to look at', () => {
    const examples = courses.da.modules.flatMap(examplesIn);
    expect(examples.filter(({ days }) => days > 0)).not.to.deep.equal([]);
    expect(examples.filter(({ tasks }) => tasks.length > 0)).not.to.deep.equal([]);
  });
});

function preparationsOf(course: Course): SteppedActivity[] {
  return course.modules.flatMap(({ activities }) => activities).filter(isPreparation);
}

function isPreparation(activity: { kind: ActivityKind }): activity is SteppedActivity {
  return activity.kind === 'prep';
}

function kindAndId({ kind, id }: Activity): [ActivityKind, string] {
  return [kind, id];
}

function stepsIn({ activities }: Module): Step[] {
  return activities.flatMap((activity) => (activity.kind === 'scenario' ? (activity.steps ?? []) : []));
}

function questionsIn(module: Module): Question[] {
  return stepsIn(module).flatMap(({ questions }) => questions);
}

function optionsOf(question: Question): string[] {
  return 'options' in question ? question.options.map(({ id }) => id) : [];
}

function peopleIn(module: Module): string[] {
  return questionsIn(module)
    .filter(({ id }) => id === WHOM)
    .flatMap(optionsOf);
}

function picturesIn(module: Module): Picture[] {
  return [
    ...stepsIn(module).flatMap(({ picture }) => picture ?? []),
    ...questionsIn(module).flatMap((question) =>
      'options' in question ? question.options.flatMap((option) => ('picture' in option && option.picture) || []) : [],
    ),
  ];
}

function examplesIn({ activities }: Module): PlanExample[] {
  return activities.flatMap((activity) => (isHandleplan(activity) ? activity.examples : []));
}
