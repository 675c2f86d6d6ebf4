/* oxlint-disable max-lines -- a table of faults, each with its course */
import { expect } from 'chai';
import { bothFaultsOf, changed, faultsOf, sampleFiles, type Changes } from './samplePackage.ts';

const COURSE = 'course.yaml';
const MODULE = 'da/modul-1/module.yaml';
const PREP = 'da/modul-1/prep.yaml';
const CAPTIONS = 'media/film.vtt';

/** Also in English, so that only the fault itself is told and not that the languages differ. */
function inBoth(path: string, before: string, after: string): Changes {
  return { ...changed(path, before, after), ...changed(path.replace('da/', 'en/'), before, after) };
}

const ENGLISH = /\b(?:is|are|the|this|write|use|add|must|correct|choose|give|missing|not|here|and|with|put|instead)\b/i;
const FIRST_STEP = /\b(?:Skriv|Brug|Ret|Fjern|Behold|Vælg|Giv|Opret|Del|Gem|Læg|Sæt|Sig|Byt|Begynd|skal|Folk)\b/;

/** Neither English nor a complaint alone: what is quoted, and where the fault is, may be in any language. */
function expectDanish(fault: string): void {
  const words = fault.replace(/^\S+:\d+: /, '').replaceAll(/"[^"]*"|\S+\.(?:yaml|md|vtt)\b/g, '');
  expect(words).to.match(/\.$/).and.match(FIRST_STEP).and.not.match(ENGLISH);
}

/** What is wrong, the sample with that one fact changed, and what the author is told. */
const cases: [string, Changes, ...string[]][] = [
  [
    'no course.yaml',
    { [COURSE]: undefined },
    'course.yaml:1: course.yaml is not in the package; add the file or correct the name',
  ],
  ['an empty course.yaml', { [COURSE]: '' }, 'course.yaml:1: course.yaml is empty; write its content'],
  [
    'a course that is a list',
    { [COURSE]: '- a\n' },
    'course.yaml:1: the file is a list; write keys with values, one on each line',
  ],
  [
    'broken YAML',
    changed(COURSE, 'modules: [modul-1]', 'modules: [modul-1'),
    'course.yaml:7: is not valid YAML here: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'a file that is not UTF-8',
    { [MODULE]: new Uint8Array([0x74, 0x3a, 0x20, 0xe6]) },
    'da/modul-1/module.yaml:1: is not UTF-8; save it as UTF-8 in your editor',
  ],
  [
    'a huge file',
    { [MODULE]: `# ${'x'.repeat(300_000)}` },
    'da/modul-1/module.yaml:1: is larger than 256 kB; split it into several files',
  ],
  [
    'a key that stands twice',
    changed(MODULE, 'summary:', 'title: Igen\nsummary:'),
    'da/modul-1/module.yaml:2: this key stands twice; keep one of them',
  ],
  [
    'an anchor',
    changed(MODULE, 'title: Uge et', 'title: &a Uge et'),
    'da/modul-1/module.yaml:1: anchors (&) are not used here; remove it',
  ],
  [
    'an alias',
    changed(MODULE, 'summary: Den første uge.', 'summary: *a'),
    'da/modul-1/module.yaml:2: references (*) are not used here; write the text in full',
  ],
  [
    'a tag',
    changed(MODULE, 'title: Uge et', 'title: !!binary Uge'),
    'da/modul-1/module.yaml:1: tags (!) are not used here; put the text in quotes',
  ],
  [
    'a key that is not text',
    changed(MODULE, 'title: Uge et', '1: Uge et'),
    'da/modul-1/module.yaml:1: a key must be a plain word; write a word before the colon',
  ],
  [
    'nesting without end',
    { [MODULE]: `title: ${'['.repeat(20_000)}` },
    'da/modul-1/module.yaml:1: is nested too deep to read; write it flatter',
  ],
  [
    'an unknown key',
    changed(PREP, '    minutes: 3', '    minutes: 3\n    minuts: 4'),
    'da/modul-1/prep.yaml:9: steps[0].minuts is not known here; correct the word or remove it',
  ],
  [
    'an unknown key of the course',
    changed(COURSE, 'id: eksempel', 'id: eksempel\nowner: mig'),
    'course.yaml:2: owner is not known here; correct the word or remove it',
  ],
  ['no title', changed(PREP, 'title: Forberedelse\n', ''), 'da/modul-1/prep.yaml:1: title is missing; add it'],
  [
    'no Danish title of the course',
    changed(COURSE, '  da: Eksempel\n', ''),
    'course.yaml:3: title.da is missing; add it',
  ],
  [
    'an empty title',
    changed(PREP, 'title: Svar', "title: ' '"),
    'da/modul-1/prep.yaml:18: steps[1].title is too short; write at least 1 characters',
  ],
  [
    'a title that is a number',
    changed(PREP, 'title: Svar', 'title: 2'),
    'da/modul-1/prep.yaml:18: steps[1].title is 2; write a text (in quotes if it looks like a number or true/false)',
  ],
  [
    'a title on two lines',
    changed(PREP, 'title: Svar', 'title: "a\\nb"'),
    'da/modul-1/prep.yaml:18: steps[1].title is "a\\nb"; write it on one line',
  ],
  [
    'minutes in words',
    changed(PREP, 'minutes: 3', 'minutes: tre'),
    'da/modul-1/prep.yaml:8: steps[0].minutes is "tre"; write a number',
  ],
  [
    'no time at all',
    changed(PREP, 'minutes: 3', 'minutes: 0'),
    'da/modul-1/prep.yaml:8: steps[0].minutes is too small; use at least 1',
  ],
  [
    'an id with capitals',
    changed(PREP, 'id: haab', 'id: Haab'),
    'da/modul-1/prep.yaml:22: steps[1].questions[0].id is "Haab"; use lower-case letters a-z, digits and hyphens, beginning with a letter',
  ],
  [
    'an id the program uses',
    inBoth(PREP, 'id: haab', 'id: constructor'),
    'da/modul-1/prep.yaml:22: steps[1].questions[0].id is a name that the program uses itself; choose another',
    'en/modul-1/prep.yaml:22: steps[1].questions[0].id is a name that the program uses itself; choose another',
  ],
  [
    'nobody to call when it is hard',
    changed(COURSE, 'hardMoments: svaert.md\n', ''),
    'course.yaml:1: hardMoments is missing; add it',
  ],
  [
    'a number to call that is left out',
    changed('da/svaert.md', '70 201 201', 'telefonen'),
    'da/svaert.md:1: does not say "70 201 201"; whoever needs help at once must find it here',
  ],
  [
    'an unknown kind of activity',
    changed(PREP, 'kind: prep', 'kind: quiz'),
    'da/modul-1/prep.yaml:1: kind is "quiz"; use prep, scenario, handleplan or cardSort',
  ],
  [
    'an activity of no kind',
    changed(PREP, 'kind: prep\n', ''),
    'da/modul-1/prep.yaml:1: kind is missing; add it (prep, scenario, handleplan or cardSort)',
  ],
  [
    'an unknown kind of question',
    changed(PREP, 'kind: text', 'kind: txet'),
    'da/modul-1/prep.yaml:21: steps[1].questions[0].kind is "txet"; use text, one, many, scale, number or statements',
  ],
  [
    'a question of no kind',
    changed(PREP, '- kind: text\n        id: haab', '- id: haab'),
    'da/modul-1/prep.yaml:21: steps[1].questions[0].kind is missing; add it (text, one, many, scale, number or statements)',
  ],
  [
    'a choice of one',
    changed(PREP, '          - { id: to, label: Den anden }\n', ''),
    'da/modul-1/prep.yaml:29: steps[1].questions[1].options has too few entries; give at least 2',
  ],
  [
    'two options with one id',
    changed(PREP, '{ id: to,', '{ id: en,'),
    'da/modul-1/prep.yaml:30: steps[1].questions[1].options[1].id "en" stands twice; choose another',
  ],
  [
    'a scale of one',
    changed(PREP, '[Slet ikke, Lidt, Noget, Meget, Helt]', '[Slet ikke]'),
    'da/modul-1/prep.yaml:41: steps[1].questions[3].labels has too few entries; give at least 2',
  ],
  [
    'a scale without words',
    changed(PREP, '        labels: [Slet ikke, Lidt, Noget, Meget, Helt]\n', ''),
    'da/modul-1/prep.yaml:38: steps[1].questions[3].labels or ends must be given, one of them: words for every number, or for the two ends',
  ],
  [
    'words for the ends without the highest number',
    changed(PREP, 'labels: [Slet ikke, Lidt, Noget, Meget, Helt]', 'ends: { low: Slet ikke, high: Helt }'),
    'da/modul-1/prep.yaml:38: steps[1].questions[3].to must be given with ends, so that there are 2 to 11 numbers from 1',
  ],
  [
    'a follow-up of an answer that there is not',
    changed(PREP, 'hint: Gerne flere.', 'hint: Gerne flere.\n        when: { question: valg, is: tre }'),
    'da/modul-1/prep.yaml:35: steps[1].questions[2].when names the answer "tre"; "valg" has en, to',
  ],
  [
    'a follow-up of free text',
    changed(PREP, 'hint: Gerne flere.', 'hint: Gerne flere.\n        when: { question: haab, is: ja }'),
    'da/modul-1/prep.yaml:35: steps[1].questions[2].when follows "haab", which has no options to choose from; follow another question',
  ],
  [
    'a follow-up of what comes later',
    changed(PREP, 'hint: Gerne flere.', 'hint: Gerne flere.\n        when: { question: tro, is: 5 }'),
    'da/modul-1/prep.yaml:35: steps[1].questions[2].when names "tro"; name a question above it, on the same page',
  ],
  [
    'options that lead on with a question below them',
    changed(PREP, '        ask: Hvilken?', '        leadsOn: true\n        ask: Hvilken?'),
    'da/modul-1/prep.yaml:27: steps[1].questions[1].leadsOn may only stand at the last question of a step, which everyone is asked, and which another step follows',
  ],
  [
    'a first step that goes on',
    changed(PREP, '    title: Se en film', '    goesOn: true\n    title: Se en film'),
    'da/modul-1/prep.yaml:7: steps[0].goesOn may stand at a step that has questions, no video and no drawing, and is not the first',
  ],
  [
    'a step that goes on with a drawing of its own',
    changed(PREP, '    title: Svar', '    goesOn: true\n    drawing: plan\n    title: Svar'),
    'da/modul-1/prep.yaml:18: steps[1].goesOn may stand at a step that has questions, no video and no drawing, and is not the first',
  ],
  [
    'two steps with one id',
    changed(PREP, 'id: svar', 'id: se'),
    'da/modul-1/prep.yaml:17: steps[1].id "se" stands twice; choose another',
  ],
  [
    'two questions with one id',
    changed(PREP, 'id: valg', 'id: haab'),
    'da/modul-1/prep.yaml:26: steps[1].questions[1].id "haab" stands twice; choose another',
  ],
  [
    'nothing that must be answered',
    inBoth(PREP, '        required: true\n', ''),
    'da/modul-1/prep.yaml:6: steps hold no question with required: true; at least one answer must tell that the activity is done',
    'en/modul-1/prep.yaml:6: steps hold no question with required: true; at least one answer must tell that the activity is done',
  ],
  [
    'a step with nothing in it',
    changed(PREP, '  - id: svar', '  - id: tom\n    title: Tom\n    minutes: 1\n  - id: svar'),
    'da/modul-1/prep.yaml:17: steps[1] is empty; give it a video, a text or questions',
  ],
  [
    'no captions',
    changed(PREP, '      captions: film.vtt\n', ''),
    'da/modul-1/prep.yaml:10: steps[0].video.captions is missing; add it',
  ],
  [
    'no transcript',
    changed(PREP, '      transcript: film.md\n', ''),
    'da/modul-1/prep.yaml:10: steps[0].video.transcript is missing; add it',
  ],
  [
    'a film that is not there',
    { 'media/film.mp4': undefined },
    'da/modul-1/prep.yaml:11: media/film.mp4 is not in the package; add the file or correct the name',
    'en/modul-1/prep.yaml:11: media/film.mp4 is not in the package; add the file or correct the name',
  ],
  [
    'a film that is empty',
    { 'media/film.mp4': '' },
    'da/modul-1/prep.yaml:11: media/film.mp4 is empty; write its content',
    'en/modul-1/prep.yaml:11: media/film.mp4 is empty; write its content',
  ],
  [
    'a text that is not there',
    { 'da/modul-1/tekst.md': undefined },
    'da/modul-1/prep.yaml:16: da/modul-1/tekst.md is not in the package; add the file or correct the name',
  ],
  [
    'a path upwards',
    changed(PREP, 'text: tekst.md', 'text: ../../secret.md'),
    'da/modul-1/prep.yaml:16: steps[0].text is "../../secret.md"; use a file name such as navn.md, in lower-case letters, digits and hyphens',
  ],
  [
    'an http address',
    changed(PREP, 'film.mp4', 'http://video.example.dk/a.mp4'),
    'da/modul-1/prep.yaml:11: steps[0].video.file is "http://video.example.dk/a.mp4"; use an address that begins with https://',
  ],
  [
    'a script for an address',
    changed(PREP, 'film.mp4', 'javascript:alert(1)'),
    'da/modul-1/prep.yaml:11: steps[0].video.file is "javascript:alert(1)"; use an address that begins with https://',
  ],
  [
    'a media host not named',
    changed(PREP, 'film.mp4', 'https://other.example.dk/a.mp4'),
    "da/modul-1/prep.yaml:11: other.example.dk is not one of the course's media hosts; add it to mediaHosts in course.yaml",
  ],
  [
    'an address that tells no type',
    changed(PREP, 'film.mp4', 'https://video.example.dk/a'),
    'da/modul-1/prep.yaml:10: steps[0].video.type is missing; add type: video/mp4 or video/webm, since the address does not tell',
  ],
  [
    'a media host with https',
    changed(COURSE, 'video.example.dk', 'https://video.example.dk'),
    'course.yaml:5: mediaHosts[0] is "https://video.example.dk"; use a host name such as video.example.dk, without https://',
  ],
  [
    'captions past the end',
    inBoth(PREP, 'seconds: 5', 'seconds: 2'),
    'da/modul-1/prep.yaml:15: seconds is 2, but media/film.vtt ends at 4; correct one of them',
    'en/modul-1/prep.yaml:15: seconds is 2, but media/film.vtt ends at 4; correct one of them',
  ],
  [
    'a module that is not there',
    changed(COURSE, '[modul-1]', '[modul-1, modul-2]'),
    'course.yaml:6: da/modul-2/module.yaml is not in the package; add the file or correct the name',
  ],
  [
    'a link to a tool that is not there',
    changed('da/modul-1/tekst.md', 'god', '[god](vaerktoej:ro)'),
    'da/modul-1/tekst.md:1: the tool "ro" is not in the toolbox; correct the name',
  ],
  [
    'a variant with a module that is not there',
    changed(COURSE, '[modul-1]', '[modul-1]\nvariants:\n  - id: kort\n    title: { da: Kort }\n    weeks: [[modul-2]]'),
    'course.yaml:10: da/modul-2/module.yaml is not in the package; add the file or correct the name',
  ],
  [
    'an English folder with a name of its own',
    { 'en/modul1/module.yaml': 'title: Week one\n' },
    'en/modul1:1: is not in da/; give the folder the name that it has there',
  ],
  [
    'an English module begun and not finished',
    { 'en/modul-1/module.yaml': undefined },
    'course.yaml:6: en/modul-1/module.yaml is not in the package; add the file or correct the name',
  ],
  [
    'a module named twice',
    changed(COURSE, '[modul-1]', '[modul-1, modul-1]'),
    'course.yaml:6: modules[1] "modul-1" stands twice; keep one of them',
  ],
  [
    'an activity that is not there',
    { [PREP]: undefined },
    'da/modul-1/module.yaml:4: da/modul-1/prep.yaml is not in the package; add the file or correct the name',
  ],
  [
    'a raw link',
    changed('da/modul-1/tekst.md', 'god', '[god](http://example.dk)'),
    'da/modul-1/tekst.md:3: the link to "http://example.dk" cannot be used; links must begin with https:// or be vaerktoej:navn or tel:number',
  ],
  [
    'a picture in a text',
    changed('da/modul-1/tekst.md', 'god', '![god](https://example.dk/a.png)'),
    'da/modul-1/tekst.md:3: pictures are not used in texts; describe it in words or show it in the video',
  ],
  ['a text without words', { 'da/modul-1/tekst.md': '\n\n' }, 'da/modul-1/tekst.md:1: holds no text; write it'],
  [
    'an English question with another id',
    changed('en/modul-1/prep.yaml', 'id: haab', 'id: hope'),
    'en/modul-1/prep.yaml:22: steps[1].questions[0].id is hope, in Danish haab; the languages must agree (da/modul-1/prep.yaml)',
  ],
  [
    'a step whose drawing English lacks',
    changed('da/modul-1/prep.yaml', 'minutes: 4', 'minutes: 4\n    drawing: hope'),
    'en/modul-1/prep.yaml:17: steps[1].drawing is missing, in Danish hope; the languages must agree (da/modul-1/prep.yaml)',
  ],
  [
    'an English question of another kind',
    changed('en/modul-1/prep.yaml', 'kind: many', 'kind: one'),
    'en/modul-1/prep.yaml:31: steps[1].questions[2].kind is one, in Danish many; the languages must agree (da/modul-1/prep.yaml)',
  ],
  [
    'an English option too many',
    changed(
      'en/modul-1/prep.yaml',
      '{ id: to, label: Den anden }',
      '{ id: to, label: Two }\n          - { id: tre, label: Three }',
    ),
    'en/modul-1/prep.yaml:29: steps[1].questions[1].options has 3 entries, in Danish 2; the languages must agree (da/modul-1/prep.yaml)',
  ],
  [
    'an English answer that is not required',
    changed('en/modul-1/prep.yaml', '        labels:', '        required: true\n        labels:'),
    'en/modul-1/prep.yaml:41: steps[1].questions[3].required is true, in Danish missing; the languages must agree (da/modul-1/prep.yaml)',
  ],
];

const captionCases: [string, string, string, string][] = [
  ['no header', 'WEBVTT', 'HEJ', '1: captions must begin with the line WEBVTT; add it'],
  [
    'times that cannot be read',
    '00:00.500 -->',
    '0:0.5 -->',
    '3: the times cannot be read; write them as 00:00.000 --> 00:02.000',
  ],
  ['an end before the beginning', '00:02.000', '00:00.100', '3: the caption ends before it begins; correct the times'],
  [
    'captions out of order',
    '00:02.500',
    '00:00.100',
    '6: the caption begins before the one above it; put them in order',
  ],
  ['a caption without text', '\nmed dig', '', '6: the caption has no text; write it under the times'],
  [
    'a caption without times',
    '00:02.500 --> 00:04.000\n',
    '',
    '6: this caption has no times; add 00:00.000 --> 00:02.000',
  ],
];

const twoPreps: Changes = Object.fromEntries(
  ['da', 'en'].flatMap((language) => [
    [`${language}/modul-1/module.yaml`, `${sampleFiles[MODULE] ?? ''}  - igen.yaml\n`],
    [`${language}/modul-1/igen.yaml`, sampleFiles[PREP]],
  ]),
);

describe('A package with one fault', () => {
  it('has none to begin with', async () => {
    expect(await faultsOf({})).to.deep.equal([]);
  });

  for (const [name, changes, ...told] of cases) {
    it(`tells of ${name}, and in Danish what to do`, async () => {
      const faults = await bothFaultsOf(changes);
      expect(faults.map(({ en }) => en)).to.deep.equal(told);
      for (const { da } of faults) expectDanish(da);
    });
  }

  for (const [name, before, after, told] of captionCases) {
    it(`tells of ${name} in the captions`, async () => {
      const faults = await bothFaultsOf(changed(CAPTIONS, before, after));
      expect(faults.map(({ en }) => en)).to.deep.equal([`${CAPTIONS}:${told}`]);
      for (const { da } of faults) expectDanish(da);
    });
  }

  it('tells of an activity id used twice in the course', async () => {
    expect(await faultsOf(twoPreps)).to.deep.equal(
      ['da', 'en'].map(
        (language) =>
          `${language}/modul-1/igen.yaml:2: id is "modul-1-forberedelse" as in ${language}/modul-1/prep.yaml; give each its own`,
      ),
    );
  });
});
