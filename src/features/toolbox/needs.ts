/** What a person may need, in the order of the page. */
export const needs = ['rest', 'mind', 'everyday', 'others', 'work', 'more'] as const;
export type Need = (typeof needs)[number];

/**
 * The needs that each tool serves, by the tool's id; a tool that is missing here comes last. Names:
 * `text.toolbox.needs`.
 */
export function needOf(tool: string): Need {
  return needed[tool] ?? 'more';
}

const needed: Record<string, Need> = {
  soevn: 'rest',
  'smerter-og-traethed': 'rest',
  'sund-mad': 'rest',
  'aktivitet-og-humoer': 'mind',
  stress: 'mind',
  'svaere-foelelser': 'mind',
  'aktiv-selvhjaelp': 'everyday',
  balance: 'everyday',
  beslutninger: 'everyday',
  'feedback-og-problemloesning': 'everyday',
  handleplaner: 'everyday',
  'god-kommunikation': 'others',
  konflikt: 'others',
  samarbejde: 'others',
  'fem-linjer-og-cv': 'work',
  'find-dine-styrker': 'work',
  'foerste-dag': 'work',
  jobsamtale: 'work',
  'netvaerk-og-job': 'work',
  'soeg-job': 'work',
  uddannelse: 'work',
};
