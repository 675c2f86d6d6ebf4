import { PLACEHOLDER } from '../../../content/checks/placeholders.ts';
import type { Language } from '../../../domain/viewer.ts';
import type { Makeable } from './places.ts';
import { yamlLine } from './yamlList.ts';

interface New {
  /** Of its file, without the ending; and its id. */
  name: string;
  title: string;
  language: Language;
}

/** What a new page begins as: its own file, if it has one, and the lines that name it where it is shown. */
export const templates: Record<Makeable, (page: New) => { file?: { ending: string; text: string }; lines: string[] }> =
  {
    laeseside: ({ name, title, language }) => ({
      file: { ending: 'md', text: `${asks[language].text}\n` },
      lines: [`id: ${name}`, `title: ${yamlLine(title)}`, 'minutes: 2', `text: ${name}.md`],
    }),
    spoergsmaal: ({ name, title }) => ({ lines: [`id: ${name}`, 'kind: text', `ask: ${yamlLine(title)}`] }),
    valg: ({ name, title, language }) => ({
      lines: [
        `id: ${name}`,
        'kind: one',
        `ask: ${yamlLine(title)}`,
        'options:',
        ...Object.entries(asks[language].options).flatMap(([id, label]) => [
          `  - id: ${id}`,
          `    label: ${yamlLine(label)}`,
        ]),
      ],
    }),
    scene: ({ title, language }) => ({
      lines: [`title: ${yamlLine(title)}`, 'text: |', `  ${asks[language].scene}`],
    }),
    vaerktoej: ({ name, title, language }) => ({
      file: { ending: 'yaml', text: toolText(name, title, language) },
      lines: [`${name}.yaml`],
    }),
  };

function toolText(name: string, title: string, language: Language): string {
  const { summary, what, when, first, second, example, now } = asks[language];
  return `id: ${name}
title: ${yamlLine(title)}
summary: "${summary}"
keywords: []
what: |
  ${what}
when:
  - "${when}"
steps:
  - "${first}"
  - "${second}"
example: |
  ${example}
tryNow: |
  ${now}
related: []
usedIn: []
`;
}

const { da, en } = PLACEHOLDER;

const asks = {
  da: {
    text: `${da} Korte afsnit. Det vigtigste først.`,
    scene: `${da} Hvad sker der nu?`,
    summary: `${da} Hvad hjælper det med?`,
    what: `${da} Hvad er det?`,
    when: `${da} Hvornår kan du bruge det?`,
    first: `${da} Det første, du gør.`,
    second: `${da} Det næste, du gør.`,
    example: `${da} En, der prøver det. Skriv, at personen er opdigtet.`,
    now: `${da} En lille ting, du kan gøre nu.`,
    options: { a: `${da} Et svar`, b: `${da} Et svar mere`, 'ved-ikke': 'Det ved jeg ikke' },
  },
  en: {
    text: `${en} Short paragraphs. The most important first.`,
    scene: `${en} What happens now?`,
    summary: `${en} What does it help with?`,
    what: `${en} What is it?`,
    when: `${en} When can you use it?`,
    first: `${en} The first thing you do.`,
    second: `${en} The next thing you do.`,
    example: `${en} Someone who tries it. Say that the person is made up.`,
    now: `${en} A small thing you can do now.`,
    options: { a: `${en} An answer`, b: `${en} Another answer`, 'ved-ikke': 'I do not know' },
  },
} satisfies Record<Language, Record<string, string | Record<string, string>>>;
