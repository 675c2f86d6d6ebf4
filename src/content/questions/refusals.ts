import type { Localized } from '../localized.ts';

/** Messages to the author of a question that cannot be asked. */
export const refusals = {
  doubleExit: (id: string): Localized => ({
    da: `"${id}" står to gange. Skriv det som et af svarene, eller som dontKnow eller noAnswer.`,
    en: `"${id}" stands twice; write it as an option, or as dontKnow or noAnswer`,
  }),
  maxBelowMin: {
    da: 'skal være større end min.',
    en: 'must be larger than min',
  },
  labelsOrEnds: {
    da: 'eller ends skal med, men kun en af dem: ord til hvert tal, eller til de to ender.',
    en: 'or ends must be given, one of them: words for every number, or for the two ends',
  },
  toWithLabels: {
    da: 'hører til ends. Ved labels er der et tal til hvert ord.',
    en: 'goes with ends; labels tell themselves how many numbers there are',
  },
  toWithEnds: (most: number, from: number): Localized => ({
    da: `skal med ved ends, så der er 2 til ${most} tal fra ${from}.`,
    en: `must be given with ends, so that there are 2 to ${most} numbers from ${from}`,
  }),
  leadsNowhere: {
    da: 'skal stå ved det sidste spørgsmål på et trin. Alle skal få spørgsmålet, og der skal komme et trin efter.',
    en: 'may only stand at the last question of a step, which everyone is asked, and which another step follows',
  },
  followsNothing: (id: string): Localized => ({
    da: `nævner "${id}". Brug et spørgsmål ovenfor på samme side.`,
    en: `names "${id}"; name a question above it, on the same page`,
  }),
  followsFollowUp: (id: string): Localized => ({
    da: `følger "${id}", som selv følger et svar. Vælg et spørgsmål, alle får.`,
    en: `follows "${id}", which itself is a follow-up; follow a question that everyone is asked`,
  }),
  followsNoOptions: (id: string): Localized => ({
    da: `følger "${id}", som ikke har svar at vælge imellem. Vælg et andet spørgsmål.`,
    en: `follows "${id}", which has no options to choose from; follow another question`,
  }),
  followsUnknown: (id: string, option: string, options: string[]): Localized => ({
    da: `nævner svaret "${option}". "${id}" har ${options.join(', ')}. Brug et af dem.`,
    en: `names the answer "${option}"; "${id}" has ${options.join(', ')}`,
  }),
};
