/** The drawing of each tool, by the tool's id; a tool that is missing here gets a general one. Names: docs/look.md. */
export function drawingOf(tool: string): string {
  return drawings[tool] ?? 'help';
}

const drawings: Record<string, string> = {
  'aktivitet-og-humoer': 'mood',
  balance: 'balance',
  beslutninger: 'decide',
  'feedback-og-problemloesning': 'puzzle',
  'fem-linjer-og-cv': 'letter',
  'find-dine-styrker': 'strengths',
  'foerste-dag': 'job',
  'god-kommunikation': 'talk',
  handleplaner: 'plan',
  jobsamtale: 'interview',
  konflikt: 'conflict',
  'netvaerk-og-job': 'network',
  samarbejde: 'together',
  'smerter-og-traethed': 'rest',
  'soeg-job': 'welcome',
  soevn: 'sleep',
  stress: 'calm',
  'sund-mad': 'food',
  'svaere-foelelser': 'feelings',
  uddannelse: 'learn',
};
