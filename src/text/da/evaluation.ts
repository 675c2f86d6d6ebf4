function answers(n: number) {
  return n === 1 ? '1 har svaret' : `${n} har svaret`;
}

/** Sums of the surveys, for instructors and evaluators. */
export const evaluation = {
  link: 'Se alle tal samlet',
  linkText: 'Svar på spørgeskemaerne lagt sammen: før, efter og tre måneder efter.',
  back: 'Til holdet',
  title: 'Evaluering',
  introRoom: (least: number) =>
    `Her er holdets svar på spørgeskemaerne lagt sammen. Du kan ikke se, hvem der har svaret hvad. Tallene kommer i trin. Nye svar er først med, når mindst ${least} venter. Til da er tallene de samme.`,
  introAll: (least: number) =>
    `Her er svar fra alle hold lagt sammen. Ingen person og ingen tekst er med. Tal fra færre end ${least} bliver ikke vist. Det gælder også, hvis man kan regne sig frem til dem. Tallene kommer i trin. Et holds nye svar er først med, når mindst ${least} venter.`,
  methods: 'Sådan er tallene lavet',
  sheet: 'Hent tallene til Excel',
  sheetRooms: 'Hent tallene for hvert hold til Excel',
  csv: 'Hent tallene til et statistikprogram (CSV)',
  csvRooms: 'Hent tallene for hvert hold til et statistikprogram (CSV)',
  json: 'Hent tallene til et program (JSON)',
  filter: {
    heading: 'Vælg, hvad du vil se',
    room: 'Hold',
    wave: 'Tidspunkt',
    rhythm: 'Forløb',
    period: 'Holdet begyndte',
    all: 'Alle',
    weekly: 'Et modul om ugen',
    halfYear: (year: string, half: string) => `${half}. halvår ${year}`,
    show: 'Vis',
    rooms: (n: number) => (n === 1 ? 'Du ser tal fra 1 hold.' : `Du ser tal fra ${n} hold.`),
    none: 'Ingen hold passer til det, du har valgt. Vælg noget andet.',
  },
  waves: { screening: 'Inden kurset', foer: 'Før', efter: 'Lige efter', '3-maaneder': '3 mdr. efter' },
  rates: {
    heading: 'Så mange har svaret',
    caption: 'Hvor mange har svaret på hvert spørgeskema?',
    survey: 'Spørgeskema',
    answered: 'Svar',
    of: (n: number, all: number) => `${n} af ${all}`,
    share: 'Andel',
    few: 'For få',
  },
  question: {
    answered: answers,
    tooFew: (n: number, least: number) => `${answers(n)}. Når ${least} har svaret, kan du se tallene her.`,
    few: 'For få svar til at blive vist.',
    none: 'Ingen har svaret endnu.',
    mean: (value: string, top: number) => `Gennemsnit: ${value} af ${top}`,
    part: 'Nogle svar er ikke med. De er for få til at komme med endnu.',
    options: 'Svarene betyder',
    bar: (when: string, parts: string) => `${when}: ${parts}.`,
    barPart: (option: string, percent: string) => `${option}: ${percent}`,
    tableCaption: (ask: string) => `Svar i tal: ${ask}`,
    when: 'Hvornår',
    number: 'Antal',
    meanHead: 'Snit',
    interval: '95 %-interval',
    option: (option: string) => `Svar ${option}`,
    count: (n: number, percent: string) => `${n} (${percent})`,
    line: 'Gennemsnit over tid',
    linePart: (when: string, value: string) => `${when}: ${value}.`,
  },
  change: {
    caption: (ask: string) => `Op eller ned: ${ask}`,
    from: 'Fra og til',
    fromTo: (from: string, to: string) => `${from} → ${to}`,
    all: 'Alle',
    same: 'De samme',
    pairs: 'Antal',
    interval: '95 %-interval',
    hidden: 'Vises ikke',
    note: '“De samme” er dem, der har svaret begge gange. Tallet vises ikke, hvis man kan regne ud, hvad en til fire personer har svaret.',
  },
  range: (low: string, high: string) => `${low} til ${high}`,
  method: {
    title: 'Sådan er tallene lavet',
    lead: 'Her kan du læse, hvordan hvert tal bliver til, og hvad det kan bruges til.',
    parts: [
      {
        heading: 'Hvem er med',
        lines: [
          'Kun svar fra dem, der har sagt ja til at være med, og som har svaret på alt og sendt det.',
          'Svar kommer med i trin: mindst 5 ad gangen fra samme hold. Resten venter. Så kan man ikke se på tallene to dage og regne ud, hvad én har svaret.',
          'Retter man et svar, før det er talt med, tæller det nye. Bagefter bliver tallet, som det var. Det gør det også, hvis en får slettet sine svar. Selve svarene er så væk. Kun summen af mindst 5 er tilbage.',
          'Alle skal svare på en skala fra 1 til 5. Vi tager det som tal, så 5 er én mere end 4.',
        ],
        formula: '',
      },
      {
        heading: 'Så mange har svaret',
        lines: [
          'Andelen er antal svar delt med antal deltagere. En deltager er en, der har været inde i rummet på kurset.',
          'Den sande andel ligger næsten altid i det spænd, vi viser. Det er lavet efter Wilson (1927). Her er p andelen, n antal deltagere og z = 1,96.',
        ],
        formula: '(p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)',
      },
      {
        heading: 'Gennemsnit',
        lines: [
          'Læg alle svar sammen, og del med antal svar. Vi viser to tal efter kommaet.',
          'Spændet siger, hvor sikkert snittet er. Laver man det samme mange gange, rammer 95 ud af 100 spænd det sande snit. Her er s svarenes spredning, n antal svar og t et tal fra Students fordeling med n − 1 frihedsgrader.',
          'Spændet går ikke ud over skalaen.',
        ],
        formula: 'snit ± t · s / √n,   s² = Σ(x − snit)² / (n − 1)',
      },
      {
        heading: 'Op eller ned: alle',
        lines: [
          'Snittet den sidste gang minus snittet den første gang. Det er ikke helt de samme, der har svaret begge gange. Så en del af tallet kan komme af, at nogle er faldet fra.',
          'Derfor er der ikke noget spænd på det tal.',
        ],
        formula: 'snit₂ − snit₁',
      },
      {
        heading: 'Op eller ned: de samme',
        lines: [
          'Her er kun dem med, der har svaret begge gange. For hver af dem tager vi det sidste svar minus det første. Så tager vi snittet af det og laver spændet som før.',
          'Går spændet ikke ned til 0, er det svært at tro, at intet er sket. Men tallene siger ikke, hvorfor. Der er ingen gruppe at holde dem op mod.',
        ],
        formula: 'd = x₂ − x₁,   snit af d ± t · s / √n',
      },
      {
        heading: 'Det, vi ikke viser',
        lines: [
          'Tal fra færre end 5 bliver ikke vist. Har under 5 på et hold svaret, er de heller ikke med i tallet for alle. “De samme” på små hold lægger vi sammen med andre hold. De sidste få kan være helt ude.',
          'Man kan heller ikke trække to tal fra hinanden og finde 1 til 4 personer. Derfor viser vi nogle gange ikke tallet for “de samme”: Hvis næsten alle har svaret to gange, kan man ellers regne ud, hvad de sidste har sagt.',
          'Hvor mange der har svaret, er ikke et svar. Det kan instruktøren se.',
        ],
        formula: '',
      },
      {
        heading: 'Hvor formlerne står',
        lines: [
          'Students t: Abramowitz og Stegun, Handbook of Mathematical Functions (1964), 26.7.3 til 26.7.5.',
          'Spændet om en andel: E. B. Wilson, Journal of the American Statistical Association 22 (1927), side 209 til 212.',
        ],
        formula: '',
      },
    ],
  },
  help: 'Siden er til dem, der evaluerer kurset. Luk den, når du er færdig.',
  signInTitle: 'Log ind til evalueringen',
  signInText: 'Linket virker én gang. Du er logget ind i en time.',
  signIn: 'Log ind',
  rows: {
    heading: 'Data række for række',
    intro:
      'En række for hver person og måling, uden navn. Kun for dem, der har sagt ja til det. Enkelte rækker mangler, så ingen andres svar kan regnes ud.',
    told: 'Når du henter rækkerne, kan de, der er med, se det i “Hvem har læst dine svar”.',
    data: 'Rækkerne (CSV)',
    codebook: 'Kodebog (CSV)',
    syntax: (name: string) => `Kommandoer: ${name}`,
  },
  signOut: 'Log ud',
  closedTitle: 'Du er ikke logget ind',
  closedText: 'Linket er brugt eller for gammelt, eller også er din time gået.',
  closedAdvice: 'Bed den, der driver serveren, om et nyt link. Det laves med denne kommando:',
};
