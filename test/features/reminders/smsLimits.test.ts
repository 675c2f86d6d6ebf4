import { expect } from 'chai';
import { startApp, type App } from '../../support/app.ts';
import { people, startPlatform, type Platform } from '../../support/platform/startPlatform.ts';
import { formOf, type Visit, type WebClient } from '../../support/platform/webClient.ts';
import { startSmsGateway, type SmsGateway } from './smsGateway.ts';

const ENOUGH = 'Der er sendt nok koder lige nu.';
const NOT_NOW = 'Koden kunne ikke sendes lige nu.';

describe('codes by SMS', function () {
  this.timeout(60_000);
  let gateway: SmsGateway;
  let app: App;
  let platforms: Platform[] = [];
  const start = async (settings: Record<string, string> = {}) => {
    gateway = await startSmsGateway();
    const sms = { SMS_GATEWAY: 'generic', SMS_URL: gateway.url, SMS_TOKEN: 'token', SMS_SENDER: 'Kurset' };
    app = await startApp({ ...sms, ...settings });
    await addPlatform();
  };
  const addPlatform = async (): Promise<void> => {
    const platform = await startPlatform({ toolUrl: app.url });
    await platform.registerWithTool();
    platforms.push(platform);
  };
  afterEach(async () => {
    for (const platform of platforms) await platform.close();
    platforms = [];
    await app.close();
    await gateway.close();
  });

  interface Visitor {
    client: WebClient;
    home: string;
  }
  const arrive = async (person: string, platform = platforms[0]): Promise<Visitor> => {
    if (!platform) throw new Error('No platform.');
    const { client, page } = await platform.launch({ person, activity: 'modul-1-forberedelse' });
    return { client, home: page.url.replace(/aktivitet\/.*/, '') };
  };
  const ask = async ({ client, home }: Visitor, adresse: string): Promise<Visit> => {
    const page = await client.get(`${home}paamindelser`);
    const { action, fields } = formOf(page, 'form[action$="/sms/adresse"]');
    return client.follow(await client.post(action, { ...fields, adresse }));
  };
  const erase = async ({ client, home }: Visitor): Promise<void> => {
    const page = await client.get(`${home}mine-data/slet`);
    const { action, fields } = formOf(page, 'form[action$="/mine-data/slet"]');
    const erased = await client.follow(await client.post(action, { ...fields, bekraeft: 'ja' }));
    expect(erased.status).to.equal(200);
  };
  const number = (n: number): string => `201234${String(n).padStart(2, '0')}`;

  it('stay the same for someone who has erased everything and comes back', async () => {
    await start();
    const mette = await arrive(people.mette);
    for (let n = 1; n <= 3; n += 1) await ask(mette, number(n));
    expect((await ask(mette, number(4))).html).to.include(ENOUGH);
    await erase(mette);
    const again = await arrive(people.mette);
    expect((await ask(again, number(5))).html).to.include(ENOUGH);
    expect(gateway.requests).to.have.length(3);
    const jens = await arrive(people.jens);
    expect((await ask(jens, number(6))).status, 'someone else has their own').to.equal(200);
    expect(gateway.requests).to.have.length(4);
  });

  it('go no further than to the countries that are named, and say so', async () => {
    await start();
    const mette = await arrive(people.mette);
    for (const abroad of ['+881 6123 45678', '+46 70 123 45 67', '+1 876 555 1234'])
      expect((await ask(mette, abroad)).html, abroad).to.include('Vi kan ikke sende SMS til det land.');
    expect(gateway.requests).to.have.length(0);
    expect((await ask(mette, '20 12 34 56')).status).to.equal(200);
    expect(gateway.requests[0]?.body['to']).to.equal('+4520123456');
  });

  it('go to another country that the settings name', async () => {
    await start({ SMS_COUNTRIES: '45, 46' });
    await ask(await arrive(people.mette), '+46 70 123 45 67');
    expect(gateway.requests[0]?.body['to']).to.equal('+46701234567');
  });

  it('end for a platform that has had half of a day’s, and for all when there are none left', async () => {
    await start({ SMS_CODES_PER_DAY: '5' });
    await addPlatform();
    await addPlatform();
    const [first, second, third] = platforms;
    const [mette, jens] = [await arrive(people.mette, first), await arrive(people.jens, first)];
    for (let n = 1; n <= 3; n += 1) expect((await ask(mette, number(n))).status).to.equal(200);
    expect((await ask(jens, number(4))).html, 'half, rounded up').to.include(NOT_NOW);
    const other = await arrive(people.mette, second);
    for (let n = 5; n <= 6; n += 1) expect((await ask(other, number(n))).status).to.equal(200);
    expect((await ask(await arrive(people.mette, third), number(7))).html).to.include(NOT_NOW);
    expect(gateway.requests).to.have.length(5);
  });
});
