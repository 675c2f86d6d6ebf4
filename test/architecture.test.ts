import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect } from 'chai';

const ofKinds = ['domain', 'content', 'forms', 'http', 'text', 'rooms', 'responses'];
const ofFeatures = [...ofKinds, 'activities', 'features/shared'];

/** Which parts of src a part may import, beside itself. Composition (main, app, deps, welcome) may import everything. */
const allowed: Record<string, string[]> = {
  domain: [],
  keys: [],
  config: ['domain', 'settings'],
  settings: ['domain'],
  text: ['domain'],
  content: ['domain'],
  store: ['domain'],
  access: ['domain', 'store'],
  rooms: ['domain', 'store'],
  responses: ['domain', 'store', 'rooms', 'content'],
  // A package is read without knowing any kind of activity: `content` is handed the kinds' readers.
  activities: ofKinds,
  reminders: ['domain', 'store', 'text', 'content', 'rooms', 'responses', 'activities'],
  privacy: ['domain', 'store'],
  http: ['domain', 'text', 'rooms', 'store'],
  lti: ['domain', 'store', 'text', 'rooms'],
  // Forms are of questions: they know no activity and no feature.
  forms: ['domain', 'content', 'http', 'text', 'responses'],
  'features/shared': ['domain', 'content', 'http', 'text', 'rooms', 'responses'],
  'features/reminders': [...ofFeatures, 'reminders'],
  'features/privacy': [...ofFeatures, 'privacy'],
  feature: ofFeatures,
  // Who takes part, and what the LMS has been told, is worked out in one place.
  'features/overview': [...ofFeatures, 'features/instructor'],
  // The operator's rooms are pages of /drift, and take dates by the instructor's own form.
  'features/provisioning': [...ofFeatures, 'features/operation', 'features/room'],
  sandbox: ['domain', 'store'],
};
const composition = new Set(['main', 'app', 'deps', 'rescues', 'welcome', 'sandboxRoom', 'startLine', 'routes', 'cli']);

/** Libraries that one part alone may import. */
const soleImporters: Record<string, string> = {
  ltijs: 'lti',
  mongoose: 'store',
  'node:sqlite': 'store',
  nodemailer: 'reminders',
};

interface Import {
  file: string;
  from: string;
  specifier: string;
  to: string;
}

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** The part a file belongs to: a top folder, a single feature's folder, or the file's own name at the top. */
function partOf(file: string): string {
  const [top = '', next, third] = file.split('/');
  if (top === 'features') return third === undefined ? 'features/shared' : `features/${next ?? ''}`;
  return next === undefined ? top.replace(/\.ts$/, '') : top;
}

function importsOf(file: string): Import[] {
  return [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\(|^import)\s*'([^']+)'/gm)].map((match) => {
    const specifier = match[1]!;
    const target = specifier.startsWith('.') ? relative(src, normalize(join(src, dirname(file), specifier))) : '';
    return { file, from: partOf(file), specifier, to: target ? partOf(target) : '' };
  });
}

const imports = files.flatMap(importsOf);

function isAllowed({ from, to }: Import) {
  const part = from in allowed ? from : from.replace(/^features\/.*/, 'feature');
  return from === to || composition.has(from) || (allowed[part]?.includes(to) ?? false);
}

describe('the architecture', () => {
  it('sees the imports at all', () => {
    expect(imports.length).to.be.greaterThan(100);
  });

  it('has a rule for every part', () => {
    const parts = new Set(
      files.map(partOf).map((part) => (part in allowed ? part : part.replace(/^features\/.*/, 'feature'))),
    );
    expect([...parts].filter((part) => !composition.has(part) && !(part in allowed))).to.deep.equal([]);
  });

  it('is drawn in a document whose files there are', () => {
    const document = readFileSync(join(src, '..', 'docs', 'architecture.md'), 'utf8');
    const named = [...document.matchAll(/`src\/([\w/]+\.ts)`/g)].map(([, file = '']) => file);
    expect(named).not.to.have.length(0);
    expect(named.filter((file) => !files.includes(file))).to.deep.equal([]);
  });

  it('keeps its arrows', () => {
    const wrong = imports.filter((one) => one.to !== '' && !isAllowed(one));
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).to.deep.equal([]);
  });

  it('lets no file outside the composition reach the composition', () => {
    const wrong = imports.filter((one) => composition.has(one.to) && !composition.has(one.from));
    // The type of the composed parts is read by app.ts alone; features name what they need themselves.
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).to.deep.equal([]);
  });

  for (const [library, part] of Object.entries(soleImporters)) {
    it(`lets only ${part} import ${library}`, () => {
      const wrong = imports.filter((one) => one.specifier === library && one.from !== part);
      expect(wrong.map(({ file }) => file)).to.deep.equal([]);
    });
  }

  it('escapes everything in views: no triple braces but for the content package’s own checked HTML', () => {
    const views = join(import.meta.dirname, '..', 'views');
    const raw = readdirSync(views, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.hbs'))
      .flatMap((file) =>
        [...readFileSync(join(views, file), 'utf8').matchAll(/\{\{\{([^}]+)\}\}\}/g)].map((m) => m[1]!.trim()),
      )
      .filter((expression) => !/^(body|(\w+\.)*(html|transcriptHtml))$/.test(expression));
    expect(raw).to.deep.equal([]);
  });
});
