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
  const { room, evaluation, attendance, greeting, ideas } = texts[language];
  return [
    { ...room.places.overview, href: `${home}hold` },
    { title: attendance.link, text: attendance.linkText, href: `${home}fremmoede` },
    { title: greeting.link, text: greeting.linkText, href: `${home}hilsen` },
    { title: ideas.staff.link, text: ideas.staff.linkText, href: `${home}ideer-fra-holdet` },
    { title: evaluation.link, text: evaluation.linkText, href: `${home}evaluering` },
    ...staffPlaces(home, language),
  ];
}

/**
 * The participant's pages, in groups with an icon each: `views/partials/room/placeGroups.hbs`. Some of them are for
 * nobody else.
 */
export function ownPlaces(home: string, language: Language) {
  const { diary, circle, plans, toolbox, takeAlong, reminders, whoRead, ownData, groups } = texts[language].room.places;
  const { ideas } = texts[language];
  const daily = [
    { ...diary, icon: 'mood', href: `${home}humoerdagbog` },
    { ...plans, icon: 'plan', href: `${home}handleplaner` },
    { ...circle, icon: 'circle', href: `${home}symptomcirkel` },
  ];
  const helping = [
    { ...toolbox, icon: 'toolbox', href: `${home}vaerktoejskasse` },
    { title: ideas.title, text: ideas.linkHint, icon: 'info', href: `${home}ideer` },
    { ...takeAlong, icon: 'sheet', href: `${home}tag-med` },
    { ...reminders, icon: 'bell', href: `${home}paamindelser` },
  ];
  const about = [
    { ...whoRead, icon: 'eye', href: `${home}hvem-har-laest` },
    { ...ownData, icon: 'lock', href: `${home}mine-data` },
  ];
  return [
    { id: 'daily', title: groups.daily, places: daily },
    { id: 'helping', title: groups.helping, places: helping },
    { id: 'about', title: groups.about, places: about },
  ];
}
