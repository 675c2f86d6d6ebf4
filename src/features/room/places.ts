import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/** Ways from a front page to what is always there, as `views/partials/places.hbs` takes them. */
function staffPlaces(home: string, language: Language) {
  const { plans, toolbox } = texts[language].room.places;
  return [
    { ...plans, href: `${home}handleplaner` },
    { ...toolbox, href: `${home}vaerktoejskasse` },
  ];
}

/** The instructor's: the whole class first, and the sums of the surveys. */
export function classPlaces(home: string, language: Language) {
  const { room, evaluation } = texts[language];
  return [
    { ...room.places.overview, href: `${home}hold` },
    { title: evaluation.link, text: evaluation.linkText, href: `${home}evaluering` },
    ...staffPlaces(home, language),
  ];
}

/** The participant has some that are for nobody else. */
export function ownPlaces(home: string, language: Language) {
  const { diary, circle, takeAlong, reminders, whoRead, ownData } = texts[language].room.places;
  return [
    ...staffPlaces(home, language),
    { ...diary, href: `${home}humoerdagbog` },
    { ...circle, href: `${home}symptomcirkel` },
    { ...takeAlong, href: `${home}tag-med` },
    { ...reminders, href: `${home}paamindelser` },
    { ...whoRead, href: `${home}hvem-har-laest` },
    { ...ownData, href: `${home}mine-data` },
  ];
}
