import { prep } from './prep.ts';

function listed(parts: string[]) {
  return parts.map((part) => `“${part}”`).join(' og ');
}

/** Surveys. Texts missing here are the preparation's. */
export const survey = {
  ...prep,
  whoReads: {
    draft: 'Din instruktør kan ikke se, hvad du svarer. Svarene bliver lagt sammen med andres.',
    sent: 'Din instruktør kan ikke se, hvad du svarer. Svarene bliver lagt sammen med andres.',
  },
  receipt: {
    ...prep.receipt,
    title: 'Tak for dine svar',
    now: [
      'Dine svar bliver lagt sammen med andres.',
      'Ingen på holdet kan se, hvad netop du har svaret. Heller ikke din instruktør.',
    ],
    change: 'Du kan rette et svar. Det nye tæller, når du har sendt igen.',
    unsent: 'Det er stadig de svar, du sendte før, der tæller.',
  },
  declinedReceipt: {
    title: 'Det er helt i orden',
    now: ['Vi bruger ingen svar fra dig her.', 'Kurset går videre for dig som før.'],
    change: 'Du kan stadig nå at sige ja.',
    answersHeading: 'Se og ret dit svar',
  },
  /** After the course: one's own answers beside those from before it. Only the person sees it. */
  change: {
    heading: 'Siden før kurset',
    better: (part: string) => `“${part}”: Dine svar ligger højere end før.`,
    same: (part: string) => `“${part}”: Dine svar ligger samme sted som før. Det tæller også at holde fast.`,
    worse: (part: string) =>
      `“${part}”: Dine svar ligger lavere end før. Det sker for mange, og du har ikke gjort noget forkert. Fylder det, så tal med en, du stoler på.`,
    note: 'Kun du kan se det her. Det viser, hvad du svarede de to dage, og ikke mere end det.',
  },
  /** On the first page. */
  takes: (n: number) => `Det tager cirka ${n} minutter. Du kan holde pause og komme tilbage, når du vil.`,
  /** Heading of an instrument's later pages. */
  part: (title: string, page: number) => `${title}, del ${page}`,
  /** Heading of a page that two instruments share. */
  both: (one: string, other: string) => `${one}, og ${other.charAt(0).toLowerCase()}${other.slice(1)}`,
  /** The bands of a known instrument's score. */
  bands: { low: 'Lav', middle: 'Lidt lav', high: 'God' },
  /** After answers that show that it is hard right now. */
  help: {
    title: 'Tak, fordi du svarer ærligt',
    html: `<p>Dine svar tyder på, at du har haft det svært på det seneste. Det er der mange, der har. Du behøver ikke klare det alene.</p>
<p><strong>Ingen læser dine svar nu.</strong> Derfor kan vi ikke ringe til dig. Tal med din læge eller med en, du stoler på. Er det svært at tage det første skridt, så vis dem denne side.</p>
<p>Du kan godt holde pause her. Dine svar er gemt.</p>`,
  },
  known: {
    agreed: (label: string, day: string) =>
      `Sidst svarede du “${label}” (${day}). Du kan svare det samme eller noget andet.`,
    answered: (parts: string[]) =>
      `Du har lige svaret på ${listed(parts)}. De svar tager vi med, så du slipper for at svare igen.`,
  },
  link: {
    help: 'Driller teknikken? Luk siden, og åbn dit link igen lidt senere.',
    done: 'Du er færdig, og du kan lukke siden. Dit link kan ikke bruges igen.',
    offerHeading: 'Vil du svare igen om tre måneder?',
    offer:
      'Tre måneder efter kurset spørger vi om det samme en sidste gang. Måske kan du ikke komme ind i kursusrummet til den tid. Derfor kan du lave et link, som kun er dit.',
    make: 'Lav mit link',
    makeAgain: 'Lav et nyt link',
    again: 'Du har lavet et link før. Laver du et nyt, virker det gamle ikke mere.',
    week: 'Lav et link, så du kan svare uden kursusrummet',
    title: 'Dit eget link',
    canHeading: 'Det kan linket',
    can: (survey: string) => [
      `Det åbner spørgeskemaet “${survey}” og ikke andet.`,
      'Du skal ikke logge ind. Den, der har linket, kan svare for dig og se svar, du ikke har sendt. Pas godt på det.',
      'Du kan holde pause og komme tilbage med det samme link.',
      'Det virker ikke mere, når du har sendt dine svar, eller når du har lavet et nyt link.',
    ],
    madeTitle: 'Her er dit link',
    once: 'Vi viser det kun denne ene gang. Gem det nu, før du lukker siden.',
    field: 'Dit link',
    until: (day: string) => `Det virker til ${day}, eller til du har svaret.`,
    opens: (day: string) => `Spørgeskemaet åbner ${day}.`,
    qr: 'Kode med dit link, som et kamera kan læse',
    qrText: 'Peg telefonens kamera på koden. Så får du linket på telefonen.',
    saveHeading: 'Sådan gemmer du det',
    save: [
      'Tag et billede af siden med din telefon.',
      'Eller udskriv siden, og læg den et sted, hvor du kan finde den igen.',
      'Eller kopiér linket, og send det til dig selv.',
    ],
    answeredTitle: 'Du har allerede svaret',
    answered: (survey: string) => `Du har sendt dine svar på “${survey}”. Du skal ikke bruge et link.`,
    back: 'Til min uge',
    door: {
      ready: {
        title: 'Godt at se dig igen',
        text: (survey: string, n: number) => `Her kan du svare på “${survey}”. Det tager cirka ${n} minutter.`,
      },
      pause: 'Du kan holde pause og komme tilbage med det samme link.',
      enter: 'Gå til spørgsmålene',
      later: {
        title: 'Det er lidt for tidligt',
        text: (day: string) => `Spørgeskemaet åbner ${day}. Gem dit link så længe. Du skal ikke gøre mere nu.`,
      },
      spent: {
        title: 'Tak, du har svaret',
        text: 'Linket kan bruges til at svare én gang. Dine svar er sendt. Du skal ikke gøre mere.',
      },
      replaced: {
        title: 'Du har et nyere link',
        text: 'Du har lavet et nyt link, og så virker det gamle ikke mere. Find det nye frem, og brug det.',
      },
      unknown: {
        title: 'Linket virker ikke',
        text: 'Måske mangler der et stykke af det, eller det er for gammelt. Prøv at kopiere hele linket. Kan du komme ind i kursusrummet, så lav et nyt link dér. Ellers skal du ikke gøre mere.',
      },
    },
  },
};
