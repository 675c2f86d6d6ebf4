import { expect } from 'chai';
import { newPage, sharedBrowser } from '../support/browser.ts';
import { testApp } from '../support/testApp.ts';

describe('the sheet for case workers', function () {
  this.timeout(60_000);

  it('is one sheet of paper in each language', async () => {
    const app = await testApp({ at: '2026-09-01T10:00:00+02:00' });
    const page = await newPage(await sharedBrowser());
    for (const path of ['/sagsbehandler', '/case-worker']) {
      await page.goto(app.origin + path);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), path).to.have.length(1);
    }
    await app.close();
  });
});
