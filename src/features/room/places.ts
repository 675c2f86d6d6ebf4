import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/** Ways from the front page to what is always there, as `views/partials/places.hbs` takes them. */
export const placesOf = (home: string, language: Language) => {
  const { plans, toolbox } = texts[language].room.places;
  return [
    { ...plans, href: `${home}handleplaner` },
    { ...toolbox, href: `${home}vaerktoejskasse` },
  ];
};
