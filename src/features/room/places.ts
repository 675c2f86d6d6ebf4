import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/** Links from a front page to pages that always exist, in the shape that `views/partials/room/places.hbs` takes. */
function staffPlaces(home: string, language: Language) {
  const { plans, toolbox } = texts[language].room.places;
  return [
    { ...plans, href: `${home}handleplaner` },
    { ...toolbox, href: `${home}vaerktoejskasse` },
  ];
}

/** The instructor's links: first the whole class, then the sums of the surveys. */
export function classPlaces(home: string, language: Language) {
  const { room, evaluation } = texts[language];
  return [
    { ...room.places.overview, href: `${home}hold` },
    { title: evaluation.link, text: evaluation.linkText, href: `${home}evaluering` },
    ...staffPlaces(home, language),
  ];
}

/** The participant's links; some of these pages are for nobody else. */
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
