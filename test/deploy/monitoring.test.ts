import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { z } from 'zod';
import { findPromtool } from '../../tools/promtool.mjs';
import { startAppAndPlatform } from '../support/app.ts';
import { openPreparation, pressIntent } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'deploy', 'monitoring');

const rule = z.object({ alert: z.string(), expr: z.string(), annotations: z.object({ runbook_url: z.string() }) });
const { groups } = z.object({ groups: z.array(z.object({ rules: z.array(rule) })) }).parse(parse(read('alerts.yaml')));
const rules = groups.flatMap((group) => group.rules);

const panel = z.object({
  id: z.number(),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(z.object({ expr: z.string() })).min(1),
});
const dashboard = z
  .object({ uid: z.string(), title: z.string(), schemaVersion: z.number(), panels: z.array(panel) })
  .parse(JSON.parse(read('dashboard.json')));
const queries = [
  ...rules.map(({ expr }) => expr),
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Names of metrics in a query: words that are no function, label or keyword of PromQL. */
function metricsIn(query: string): string[] {
  const bare = query
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\b(by|without)\s*\([^)]*\)/g, '');
  return [...bare.matchAll(/\b(?:up|(?:tpj|http|nodejs|process)_\w+)\b/g)].map(([name]) => name);
}

describe('what watches the program', () => {
  it('asks only for metrics that the program tells', async () => {
    const world = await startAppAndPlatform();
    const { app, platform } = world;
    const { client, page } = await openPreparation(platform, people.mette);
    await pressIntent(client, page, 'next');
    const text = await (await fetch(`${app.url}/metrics`)).text();
    await world.close();
    const named = new Set(queries.flatMap(metricsIn));
    expect(named.size).to.be.greaterThan(8);
    // Prometheus itself makes `up`.
    const told = (name: string) => name === 'up' || new RegExp(`^${name}[ {]`, 'm').test(text);
    expect([...named].filter((name) => !told(name))).to.deep.equal([]);
  });

  it('has a page in the runbook for each alert, and no other', () => {
    const pages = readdirSync(join(root, 'docs', 'runbook')).filter((name) => name !== 'README.md');
    expect(pages.toSorted()).to.deep.equal(rules.map(({ alert }) => `${alert}.md`).toSorted());
    for (const { alert, annotations } of rules) {
      expect(annotations.runbook_url).to.equal(`docs/runbook/${alert}.md`);
      expect(readFileSync(join(root, annotations.runbook_url), 'utf8')).to.match(
        /^# \w+\n[^]+## What it means\n[^]+## What to do\n1\. /,
      );
    }
  });

  it('leads from page to page of the guide', () => {
    for (const { alert } of rules) {
      const at = join(root, 'docs', 'runbook');
      const links = [...readFileSync(join(at, `${alert}.md`), 'utf8').matchAll(/\]\(([^)#]+)/g)].map(
        ([, to = '']) => to,
      );
      expect(links.filter((to) => !existsSync(join(at, to)))).to.deep.equal([]);
    }
  });

  it('has a dashboard whose panels lie beside each other', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).to.equal(panels.length);
    for (const [index, { gridPos: one }] of panels.entries()) {
      expect(one.x + one.w).to.be.at.most(24);
      for (const { gridPos: other } of panels.slice(index + 1))
        expect(one.y !== other.y || one.x + one.w <= other.x || other.x + other.w <= one.x).to.equal(true);
    }
  });

  it('has rules that promtool takes, and that alert when they shall', function () {
    this.timeout(60_000);
    const promtool = findPromtool();
    if (promtool === undefined) {
      process.stdout.write('    skipped: no promtool is here (Debian: prometheus), and PROMTOOL_PATH names none\n');
      this.skip();
    }
    execFileSync(promtool, ['check', 'rules', 'alerts.yaml'], { cwd: folder });
    execFileSync(promtool, ['test', 'rules', 'alerts.test.yaml'], { cwd: folder });
    const tested = read('alerts.test.yaml');
    expect(
      rules.filter(({ alert }) => !tested.includes(`alertname: ${alert}\n`)).map(({ alert }) => alert),
    ).to.deep.equal([]);
  });
});
