/** What a week holds for people who want more. Nobody is asked for it. */
export const extra = {
  offer: 'Vil du mere?',
  offerText: 'Det er kun, hvis du har lyst. Du mangler ikke noget, når du springer det over.',
  free: 'Her er ikke noget, du skal. Læs det, du har lyst til, og skriv på papir, hvis du vil. Her på siden bliver intet gemt.',
  whole: (n: number) => `Det hele tager cirka ${n} minutter.`,
  pages: 'Sider, der passer til',
  listenSlowly: 'Få det læst langsomt op',
};
