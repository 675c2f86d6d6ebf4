import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/** Ways from a front page to what is always there, as `views/partials/places.hbs` takes them. */
export const staffPlaces = (home: string, language: Language) => {
  const { plans, toolbox } = texts[language].room.places;
  return [
    { ...plans, href: `${home}handleplaner` },
    { ...toolbox, href: `${home}vaerktoejskasse` },
  ];
};

/** The participant has some that are for nobody else. */
export const ownPlaces = (home: string, language: Language) => {
  const { diary, circle, takeAlong, reminders, ownData } = texts[language].room.places;
  return [
    ...staffPlaces(home, language),
    { ...diary, href: `${home}humoerdagbog` },
    { ...circle, href: `${home}symptomcirkel` },
    { ...takeAlong, href: `${home}tag-med` },
    { ...reminders, href: `${home}paamindelser` },
    { ...ownData, href: `${home}mine-data` },
  ];
};
