/** The accessibility statement. It claims only what has been examined, and names the examiner. */
export const accessibility = {
  link: 'Tilgængelighed',
  title: 'Tilgængelighed',
  path: '/tilgaengelighed',
  otherPath: '/accessibility',
  lead: 'Alle skal kunne bruge disse sider. Her kan du se, hvad vi har gjort, hvad der mangler, og hvem du kan skrive til.',
  parts: [
    {
      heading: 'Det kan du regne med',
      items: [
        'Siderne er bygget efter WCAG 2.2 på niveau AA. Det er de regler, som loven bygger på.',
        'Du kan bruge alt med tastatur. Du kan zoome til 200 %, og siderne passer til en lille telefon.',
        'Alle felter har en tekst, og fejl bliver forklaret med ord. Ingenting bliver kun vist med en farve.',
        'Videoer har undertekster. Du kan også læse det, der bliver sagt.',
        'Alle formularer virker, selv om JavaScript er slået fra. Det, du skriver, bliver gemt.',
        'Siden gemmer, mens du skriver, også når du er længe om det. Teksten bliver gemt undervejs.',
      ],
    },
    {
      heading: 'Sådan har vi undersøgt det',
      items: [
        'Hver gang siderne bliver lavet om, ser et program efter fejl. Det bruger reglerne i axe i tre bredder: 320, 768 og 1280.',
        'Vi prøver selv det, programmet ikke kan se: om tekst bliver skåret af, høj kontrast, størrelsen på knapper, tastatur og sider uden JavaScript.',
        'Siderne er prøvet i browseren Chromium.',
      ],
    },
    {
      heading: 'Det mangler vi',
      items: [
        'Siderne er ikke prøvet af mennesker, der bruger skærmlæser til daglig.',
        'Siderne er ikke prøvet i Safari og Firefox.',
        'Stemmen i videoerne er lavet af en computer. Der er ingen synstolkning. Det, der sker på billedet, bliver også sagt.',
        'Kursusrummet omkring siderne og webinaret hører til andre systemer. Dem kan vi ikke svare for.',
      ],
    },
  ],
  contactHeading: 'Er der noget, du ikke kan bruge?',
  contact:
    'Skriv til din instruktør i kursusrummet. Fortæl, hvilken side det er, og hvad du ville gøre. Så hjælper vi dig på en anden måde, mens vi retter fejlen.',
  complaint:
    'Er du ikke tilfreds med svaret, kan du klage til Digitaliseringsstyrelsen, som holder øje med, at reglerne bliver fulgt.',
  updated: 'Skrevet 22. november 2026.',
};
