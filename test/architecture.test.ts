import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect } from 'chai';

const ofActivities = ['content', 'files', 'forms', 'http', 'text', 'rooms', 'responses', 'store'];

/** What every part may import: rules and types, and helpers that know nothing of the product. */
const everywhere = ['domain', 'util'];

/** Which other parts of src a part may import besides those. The composition may import everything. */
const allowed: Record<string, string[]> = {
  domain: [],
  util: [],
  files: [],
  // Where the product's files lie, built or not.
  root: [],
  config: ['settings'],
  settings: [],
  text: [],
  // A package is read without knowing any kind of activity: `content` is handed the kinds' readers.
  content: [],
  store: [],
  rooms: ['store'],
  responses: ['store', 'rooms', 'content'],
  http: ['text', 'rooms', 'store'],
  lti: ['root', 'store', 'text', 'rooms', 'responses'],
  // Forms are of questions: they know no activity and no feature.
  forms: ['content', 'http', 'text', 'responses', 'store'],
  activities: ofActivities,
  // A feature owns its store, and may use other features: by their index, as everyone does.
  features: [...ofActivities, 'activities'],
  sandbox: ['root', 'store'],
};
const composition = new Set(['main', 'app', 'deps', 'routes', 'composition', 'cli']);

/** Libraries that one part alone may import. */
const soleImporters: Record<string, string> = {
  jose: 'sandbox',
  ltijs: 'lti',
  mongoose: 'store',
  'node:sqlite': 'store',
  nodemailer: 'features/reminders',
};

interface Import {
  file: string;
  from: string;
  specifier: string;
  /** The imported file, from src; empty for a package. */
  target: string;
  to: string;
  /** Of types alone: nothing is left of it when the program runs. */
  isOfTypes: boolean;
}

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const imports = files.flatMap(importsOf);

/** The part a file belongs to: a top folder, a single feature's folder, or the file's own name at the top. */
function partOf(file: string): string {
  const [top = '', next] = file.split('/');
  if (top === 'features') return `features/${next ?? ''}`;
  return next === undefined ? top.replace(/\.ts$/, '') : top;
}

function importsOf(file: string): Import[] {
  const found = readFileSync(join(src, file), 'utf8').matchAll(
    /^(?:import|export)\s(type\s)?[^;']*?from\s*'([^']+)'|(?:import\(|^import)\s*'([^']+)'/gms,
  );
  return [...found].map(([, type, named, bare]) => {
    const specifier = named ?? bare!;
    const target = specifier.startsWith('.') ? relative(src, normalize(join(src, dirname(file), specifier))) : '';
    return { file, from: partOf(file), specifier, target, to: target && partOf(target), isOfTypes: type !== undefined };
  });
}

function isFeature(part: string): boolean {
  return part.startsWith('features/');
}

function ruleOf(part: string): string {
  return isFeature(part) ? 'features' : part;
}

function isAllowed({ from, to, target, isOfTypes }: Import) {
  if (from === to || composition.has(from)) return true;
  if (everywhere.includes(to)) return from !== 'domain';
  if (isFeature(from) && isFeature(to)) return true;
  // What a platform may be asked, and what is known of it, are LTI's types; the features are handed what does it.
  if (isFeature(from) && target === 'lti/index.ts') return isOfTypes;
  return allowed[ruleOf(from)]?.includes(to) ?? false;
}

/** Groups of names that lead to each other, found by walking the arrows (Tarjan 1972). */
function circlesIn(arrows: ReadonlyMap<string, Iterable<string>>): string[][] {
  const seen = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  const walk = (name: string): number => {
    seen.set(name, seen.size);
    lowest.set(name, seen.get(name)!);
    path.push(name);
    for (const next of arrows.get(name) ?? []) {
      const reached = seen.has(next) ? (path.includes(next) ? seen.get(next)! : Infinity) : walk(next);
      lowest.set(name, Math.min(lowest.get(name)!, reached));
    }
    if (lowest.get(name) === seen.get(name)) {
      const circle = path.splice(path.indexOf(name));
      if (circle.length > 1) circles.push(circle);
    }
    return lowest.get(name)!;
  };
  for (const name of arrows.keys()) if (!seen.has(name)) walk(name);
  return circles;
}

function arrowsOf(pairs: [from: string, to: string][]): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const [from, to] of pairs) if (from !== to) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  return arrows;
}

function shown({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}

describe('the architecture', () => {
  it('sees the imports at all', () => {
    expect(imports.length).to.be.greaterThan(100);
  });

  it('has a rule for every part', () => {
    const parts = new Set(files.map(partOf).map(ruleOf));
    expect([...parts].filter((part) => !composition.has(part) && !(part in allowed))).to.deep.equal([]);
  });

  it('has no loose file beside the folders of the features', () => {
    expect(files.filter((file) => /^features\/[^/]+$/.test(file))).to.deep.equal([]);
  });

  it('enters a feature by its index', () => {
    const wrong = imports.filter(
      ({ from, to, target }) => isFeature(to) && from !== to && !/^features\/\w+\/index\.ts$/.test(target),
    );
    expect(wrong.map(shown)).to.deep.equal([]);
  });

  it('has no circles, of files or of parts, and none of types either', () => {
    const own = imports.filter(({ target }) => target !== '');
    expect(circlesIn(arrowsOf(own.map(({ file, target }) => [file, target])))).to.deep.equal([]);
    const betweenParts = own.filter(({ from }) => !composition.has(from));
    expect(circlesIn(arrowsOf(betweenParts.map(({ from, to }) => [from, to])))).to.deep.equal([]);
  });

  it('is described only by paths that exist, in documents and in the comments of sources and views', () => {
    const root = join(src, '..');
    const tellers = ['docs', 'views', 'src', 'tools']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
      )
      .filter((file) => /\.(md|hbs|ts|mjs)$/.test(file));
    const named = [...tellers, 'README.md', 'CONTRIBUTING.md'].flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bsrc\/([\w/]+\.ts)\b/g)].map(([, path = '']) => ({
        file,
        path,
      })),
    );
    expect(named.filter(({ file }) => file === join('docs', 'architecture.md'))).not.to.have.length(0);
    expect(named.filter(({ path }) => !files.includes(path))).to.deep.equal([]);
  });

  it('has every decision in the index, and once', () => {
    const folder = join(src, '..', 'docs', 'decisions');
    const records = readdirSync(folder).filter((file) => /^\d{4}-/.test(file));
    const listed = readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| \[\d{4}\]\((\S+?)\)/gm);
    expect([...listed].map(([, file]) => file)).to.have.members(records);
  });

  it('keeps its arrows', () => {
    const wrong = imports.filter((one) => one.to !== '' && !isAllowed(one));
    expect(wrong.map(shown)).to.deep.equal([]);
  });

  it('lets no file outside the composition reach the composition', () => {
    const wrong = imports.filter((one) => composition.has(one.to) && !composition.has(one.from));
    // The type of the composed parts is read by app.ts alone; features name what they need themselves.
    expect(wrong.map(shown)).to.deep.equal([]);
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
