import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { BadSettings, readConfig } from '../src/config.ts';
import { strongSecrets } from './support/secrets.ts';

function faultsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof BadSettings) return error.faults;
    throw error;
  }
  return [];
}

const productionReady = {
  NODE_ENV: 'production',
  TOOL_URL: 'https://lti.example.dk/',
  ...strongSecrets,
};

describe('settings', () => {
  it('have defaults for development that need nothing', () => {
    expect(readConfig({})).to.deep.include({
      production: false,
      host: '127.0.0.1',
      toolUrl: 'http://localhost:3000',
      databaseUrl: 'sqlite:./data/store.sqlite',
      sandbox: true,
      registration: 'open',
      allowPrivatePlatforms: true,
      retentionMonths: 12,
    });
  });

  it('name the course package, and let only authors preview it', () => {
    const { courseDir, coursePreview } = readConfig({ COURSE_DIR: 'my/course', COURSE_PREVIEW: 'on' });
    expect({ courseDir, coursePreview }).to.deep.equal({ courseDir: 'my/course', coursePreview: true });
    expect(faultsOf({ ...productionReady, COURSE_PREVIEW: 'on' })).to.deep.equal([
      'COURSE_PREVIEW must be off in production',
    ]);
  });

  it('are safe by default in production', () => {
    expect(readConfig(productionReady)).to.deep.include({
      host: '0.0.0.0',
      toolUrl: 'https://lti.example.dk',
      sandbox: false,
      registration: 'invite',
      allowPrivatePlatforms: false,
    });
  });

  for (const missing of ['TOOL_SECRET', 'DATA_KEY', 'TOOL_URL'] as const) {
    it(`refuse production without ${missing}, naming it`, () => {
      const { [missing]: _, ...rest } = productionReady;
      expect(faultsOf(rest).join()).to.include(missing);
    });
  }

  const wrong: [string, string][] = [
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['TOOL_URL', 'lti.example.dk'],
    ['TOOL_URL', 'https://example.dk/lti'],
    ['TOOL_URL', 'https://lti.example.dk?x=1'],
    ['TOOL_URL', 'https://anna@lti.example.dk'],
    ['TOOL_SECRET', 'short'],
    ['DATA_KEY', 'not-a-key'],
    ['SANDBOX', 'yes'],
    ['REGISTRATION', 'everyone'],
    ['RETENTION_MONTHS', '0'],
    ['COMPLETED_BY', 'both of them'],
    ['COMPLETED_PERCENT', '101'],
    ['DROPPED_OUT_DAYS', '3'],
    ['ABSENCE_COUNTS', 'some'],
    ['COMPLETED_PERCENTAGE', '75'],
    ['CONTROLLER_PHONE', 'ring bare'],
    ['CONTROLLER_EMAIL', 'kursus'],
    ['CONTROLLER_FAX', '12345678'],
    ['INSTRUCTOR_HELP_PHONE', 'ring bare'],
    ['INSTRUCTOR_HELP_EMAIL', 'vagten'],
    ['INSTRUCTOR_PHONE', '12345678'],
    ['SMTP_URL', 'mail.example.dk'],
    ['MAIL_FROM', 'besked@example.dk\r\nBcc: x@example.dk'],
    ['SMS_GATEWAY', 'twilio'],
    ['SMS_SENDER', 'Et alt for langt navn'],
    ['SMS_COUNTRIES', '45,881'],
    ['SMS_COUNTRIES', '4'],
    ['SMS_CODES_PER_DAY', '0'],
    ['DATABASE_URL', 'postgres://x'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'prod'],
    ['TOOL_SECRTE', 'a typing mistake in the name'],
  ];
  for (const [name, value] of wrong) {
    it(`refuse ${name}=${value}, naming it`, () => {
      expect(faultsOf({ [name]: value }).join()).to.include(name);
    });
  }

  it('refuse the sandbox, private platforms and plain http in production', () => {
    const env = { ...productionReady, SANDBOX: 'on', ALLOW_PRIVATE_PLATFORMS: 'on', TOOL_URL: 'http://lti.example.dk' };
    expect(faultsOf(env)).to.have.length(3);
  });

  it('offer e-mail and SMS only where they are set up whole', () => {
    expect(readConfig({})).to.include({ email: undefined, sms: undefined });
    const email = { SMTP_URL: 'smtps://bruger:kode@mail.example.dk', MAIL_FROM: 'Besked <besked@example.dk>' };
    expect(readConfig({ ...productionReady, ...email }).email).to.include({ url: email.SMTP_URL, requireTls: true });
    const sms = { SMS_GATEWAY: 'gatewayapi', SMS_TOKEN: 'hemmelig', SMS_SENDER: 'Besked' };
    expect(readConfig(sms).sms).to.include({ url: 'https://gatewayapi.com/rest/mtsms' });
    expect(faultsOf({ SMTP_URL: email.SMTP_URL }).join()).to.match(/^MAIL_FROM is missing/);
    expect(faultsOf({ MAIL_FROM: email.MAIL_FROM }).join()).to.match(/^SMTP_URL is missing/);
    expect(faultsOf({ ...sms, SMS_GATEWAY: 'generic' }).join()).to.match(/^SMS_URL is missing/);
    expect(faultsOf({ SMS_TOKEN: 'hemmelig' })).to.have.length(3);
    expect(faultsOf({ SMS_TOKEN: 'hemmelig' }).join(), 'a secret is not repeated').not.to.include('hemmelig');
    expect(faultsOf({ ...productionReady, ...sms, SMS_URL: 'http://sms.example.dk' }).join()).to.include('https');
  });

  it('take networks that platforms may lie in, in production too, and name the part that is none', () => {
    const { privateNetworks, allowPrivatePlatforms } = readConfig({
      ...productionReady,
      PRIVATE_NETWORKS: '10.20.0.0/16, moodle.kommune.intern',
    });
    expect(privateNetworks.hosts).to.deep.equal(['moodle.kommune.intern']);
    expect(privateNetworks.blocks.map(([network, bits]) => `${network.toString()}/${bits}`)).to.deep.equal([
      '10.20.0.0/16',
    ]);
    expect(allowPrivatePlatforms).to.equal(false);
    expect(faultsOf({ PRIVATE_NETWORKS: '10.0.0.0/8, alt andet' }).join()).to.include('"alt andet" is neither');
    expect(faultsOf({ PRIVATE_NETWORK: '10.0.0.0/8' }).join()).to.include('not a setting');
  });

  describe('at a public address', () => {
    const toolUrl = 'https://lti.example.dk';
    it('are those of production where NODE_ENV is forgotten', () => {
      const { NODE_ENV: _, ...rest } = productionReady;
      expect(readConfig(rest)).to.include({ production: true, sandbox: false, registration: 'invite' });
      expect(faultsOf({ TOOL_URL: toolUrl }).join())
        .to.include('public address')
        .and.include('NODE_ENV=development');
    });
    it('are for trying it out where that is said', () => {
      expect(readConfig({ TOOL_URL: toolUrl, NODE_ENV: 'development' })).to.include({
        production: false,
        sandbox: true,
      });
      expect(readConfig({ TOOL_URL: toolUrl, SANDBOX: 'on' })).to.include({ production: false, sandbox: true });
    });
    for (const inside of [
      'http://lti.example.dk',
      'https://localhost:3000',
      'https://127.0.0.1',
      'https://10.0.0.5',
      'https://[fd00::1]',
      'https://tool.test',
      'https://tool.example.org',
      'https://lti.kommune.local',
      'https://lti',
    ])
      it(`are not so at ${inside}`, () => expect(readConfig({ TOOL_URL: inside }).production).to.equal(false));
  });

  const weak: [string, string][] = [
    ['TOOL_SECRET', 'x'.repeat(40)],
    ['TOOL_SECRET', 'change-me-please-change-me-please'],
    ['TOOL_SECRET', '11111111111111111111111111111112'],
    ['DATA_KEY', Buffer.alloc(32).toString('base64')],
    ['DATA_KEY', Buffer.alloc(32, 'nøgle').toString('base64')],
    ['METRICS_TOKEN', 'aaaaaaaabbbbbbbb'],
  ];
  for (const [name, value] of weak)
    it(`refuse ${name} that can be guessed, in production, without repeating it`, () => {
      const said = faultsOf({ ...productionReady, [name]: value }).join();
      expect(said)
        .to.match(new RegExp(`^${name} can be guessed`))
        .and.not.include(value);
      expect(faultsOf({ [name]: value })).to.deep.equal([]);
    });

  it('take what openssl makes, and let a weak key be left behind', () => {
    for (let times = 0; times < 200; times += 1) {
      const made = { TOOL_SECRET: randomBytes(16).toString('hex'), METRICS_TOKEN: randomBytes(24).toString('base64') };
      const key = `${randomBytes(32).toString('base64')},${Buffer.alloc(32).toString('base64')}`;
      expect(faultsOf({ ...productionReady, ...made, DATA_KEY: key })).to.deep.equal([]);
    }
  });

  it('name every fault at once', () => {
    expect(faultsOf({ PORT: 'x', SANDBOX: 'maybe' })).to.have.length(2);
  });

  it('read an empty value as not given', () => {
    expect(readConfig({ PORT: '', TOOL_SECRET: '' }).port).to.equal(3000);
  });
});
