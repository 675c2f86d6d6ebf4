import type { Answers } from '../../../src/domain/answers.ts';
import { PREP, SCENARIO } from './world.ts';

const hopes = [
  'At jeg kan få lidt mere ro i hverdagen, så jeg ikke bliver så træt af alt det, jeg skal nå.',
  'Jeg vil gerne sove bedre om natten.',
  'At finde ud af, om jeg kan arbejde nogle timer om ugen igen. Jeg har savnet kollegerne, men jeg er bange for at love for meget og så blive syg igen, som sidst.',
  'Lidt mere mod',
  'Jeg ved det ikke helt endnu.',
  'At møde nogen, der har det ligesom mig. Jeg snakker ikke med så mange for tiden.',
  'At få et overblik',
];
const done = [
  'Jeg fik ringet til min læge.',
  'Jeg gik en tur om søen med min søster.',
  'Jeg lavede aftensmad tre dage i træk. Det lyder ikke af meget, men det var det.',
  'Jeg stod op kl. 8 i går',
  'Jeg betalte en regning, jeg havde skubbet foran mig i en måned.',
];
const steps = ['Gå en tur efter morgenmaden', 'Ringe til Ida', 'Lægge telefonen væk kl. 22'];
const questions = [
  '',
  'Må jeg have kameraet slukket den første gang?',
  '',
  '',
  'Hvad sker der, hvis jeg ikke kan komme en uge?',
  '',
];
const met = ['kasper', 'farida', 'lone'];

/** What people answer to week 1, as short, long and unlike one another as they write. @param index 0 and up */
export function lifelike(index: number): [activity: string, answers: Answers][] {
  const at = (list: readonly string[]) => list[index % list.length] ?? '';
  const who = at(met);
  return [
    [
      PREP,
      {
        start: at(['uro', 'traet', 'glad']),
        tryghed: index % 2 === 0 ? ['pauser'] : ['kamera', 'pauser'],
        haab: at(hopes),
        emner: index % 3 === 0 ? ['soevn', 'stress'] : [at(['soevn', 'stress'])],
        tro: String(((2 * index) % 5) + 1),
        lykkedes: at(done),
        planer: at(['svaert', 'svaert', 'nogle-gange']),
        'lille-skridt': at(steps),
        'til-instruktoeren': at(questions),
      },
    ],
    [
      SCENARIO,
      {
        hvem: who,
        [`${who}-valg`]: 'skrive',
        [`${who}-kender`]: String((index % 5) + 1),
        [`${who}-raad`]: 'Tag det roligt, og sig det til en.',
      },
    ],
  ];
}
