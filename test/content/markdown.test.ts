import { load } from 'cheerio';
import { expect } from 'chai';
import fc from 'fast-check';
import { renderMarkdown } from '../../src/content/reading/markdown.ts';

/** The only elements a text of a course may become. */
const ALLOWED = new Set(
  'p h2 h3 h4 h5 h6 ul ol li strong em s code pre blockquote hr br a table thead tbody tr th td'.split(' '),
);

function tagsIn(html: string): string[] {
  const page = load(html, undefined, false);
  return [...page('*')].map((element) => page(element).prop('tagName')?.toLowerCase() ?? '');
}

describe('renderMarkdown', () => {
  it('begins headings at h2 and skips no level', () => {
    expect(tagsIn(renderMarkdown('## A\n\n#### B\n\n#### C\n\n# D\n\n## E').html)).to.deep.equal([
      'h2',
      'h3',
      'h3',
      'h2',
      'h3',
    ]);
  });

  it('keeps an ordered list and a table', () => {
    expect(renderMarkdown('1. En\n2. To').html).to.equal('<ol>\n<li>En</li>\n<li>To</li>\n</ol>\n');
    expect(tagsIn(renderMarkdown('| A |\n| --- |\n| b |').html)).to.include.members(['table', 'th', 'td']);
  });

  it('opens an https link without handing over the page', () => {
    const { html, faults } = renderMarkdown('[Livslinien](https://www.livslinien.dk)');
    expect(html).to.equal('<p><a href="https://www.livslinien.dk" rel="noopener">Livslinien</a></p>\n');
    expect(faults).to.deep.equal([]);
  });

  const attempts = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'Hej <b onclick="x">med</b> dig',
    '<!-- --><svg onload=alert(1)>',
    '<https://example.dk/"onmouseover="alert(1)>',
    '`<script>`',
    '```html"><script>alert(1)</script>\n```',
    '[a](https://x.dk "t\\" onclick=\\"alert(1)")',
  ];
  for (const attempt of attempts) {
    it(`shows ${attempt.replaceAll('\n', '⏎')} as the characters it is`, () => {
      const { html } = renderMarkdown(attempt);
      expect(tagsIn(html).filter((tag) => !ALLOWED.has(tag))).to.deep.equal([]);
      expect(load(html)('[onclick],[onerror],[onload],[onmouseover]').length).to.equal(0);
    });
  }

  const addresses = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'http://a.dk',
    '//a.dk',
    '/sti',
    'mailto:a@b.dk',
  ];
  for (const address of addresses) {
    it(`refuses a link to ${address}, and tells the author`, () => {
      const { html, faults } = renderMarkdown(`Se\n\n[her](${address})`);
      expect(load(html)('a').length).to.equal(0);
      expect(faults).to.have.length(1);
      expect(faults[0]).to.include({ line: 3 });
    });
  }

  it('writes nothing but the known elements, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('<script>', '](', '![', '[a](javascript:', '`', '"', '\n\n', '<a href=', '# ', '&lt;'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { html } = renderMarkdown(pieces.join(''));
        expect(tagsIn(html).filter((tag) => !ALLOWED.has(tag))).to.deep.equal([]);
      }),
    );
  });

  it('gives the readable pieces with their lines', () => {
    expect(renderMarkdown('# Hej\n\nDu er **god**\nnok.\n\n- En\n- To').pieces).to.deep.equal([
      { line: 1, text: 'Hej' },
      { line: 3, text: 'Du er god nok.' },
      { line: 6, text: 'En' },
      { line: 7, text: 'To' },
    ]);
  });
});
