import { expect } from 'chai';
import type { Engine, Tab } from '../../support/engines/driver.ts';
import type { EngineKind } from '../../support/engines/engines.ts';
import { until } from '../../support/waiting.ts';
import { startProduct, type Product } from '../../support/product.ts';
import { enterAs, preparation } from './courseRoom.ts';
import { atStep, prepareAndSend, steps } from './preparation.ts';

/** What must work in an engine beside Chromium, as few journeys as hold it: the trial room, and a whole course week. */
export const journeysIn = (kind: EngineKind): void => {
  describe(`in ${kind.name}`, function () {
    this.timeout(180_000);
    let product: Product | undefined;
    let opened: Engine | undefined;
    before(async function () {
      if (!kind.isHere()) {
        process.stderr.write(`Left out: ${kind.name} is not on this machine (tools/browser.mjs says what it needs).\n`);
        this.skip();
      }
      product = await startProduct();
    });
    after(() => product?.remove());
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });
    const begun = (): Product => {
      if (!product) throw new Error('The product has not been started.');
      return product;
    };
    const open = async (width: number): Promise<Engine> => (opened = await kind.launch({ width }));

    it('what goes wrong in a page is heard, in a frame too', async () => {
      const engine = await open(390);
      const { tab } = engine;
      await tab.goto(`${begun().url}/tilgaengelighed`);
      await tab.evaluate(`void setTimeout(() => { throw new Error('planted'); })`);
      await tab.evaluate(
        `void (document.body.append(Object.assign(document.createElement('script'), { src: 'https://elsewhere.invalid/x.js' })))`,
      );
      await until('both are heard', () => engine.complaints().length >= 2);
      expect(engine.complaints().join('\n'))
        .to.match(/error at .*planted/)
        .and.to.match(/policy at .*script-src/);
    });

    it('the trial room on a phone: a window in place of the frame, a whole preparation, its grade', async () => {
      const engine = await open(390);
      const { tab } = engine;
      const room = await goOnInWindow(tab, begun(), /Mette Holm/);
      await atStep(room, steps[0]!);
      await room.reload();
      await prepareAndSend(room, 'Ro i hverdagen');
      await tab.goto(`${begun().sandboxUrl}/karakterbog`);
      await tab.getByRole('cell', { name: /100/ }).first().waitFor();
      expect(engine.complaints()).to.deep.equal([]);
    });
  });
};

/** Opens the preparation in the course room's frame, where this browser keeps no cookie, and goes on by its button. */
const goOnInWindow = async (tab: Tab, product: Product, person: RegExp): Promise<Tab> => {
  await enterAs(tab, product, person);
  await tab
    .getByRole('listitem')
    .filter({ hasText: preparation })
    .getByRole('link', { name: 'Åbn', exact: true })
    .click();
  const frame = tab.frame();
  await atStep(frame, 'Fortsæt i et nyt vindue');
  return tab.opened(() => frame.getByRole('button', { name: /Åbn i et nyt vindue/ }).click());
};
