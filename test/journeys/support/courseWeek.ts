import type { Tab } from '../../support/engines/driver.ts';
import type { Place } from '../../support/engines/place.ts';
import { until } from '../../support/waiting.ts';
import { atStep } from './preparation.ts';

/** What a participant does in a week beside the preparation, told once for every engine. */

function next(place: Place): Promise<void> {
  return place.getByRole('button', { name: 'Næste' }).click();
}

/** Makes the plan of week 1, ticks today, and sees the tick again. */
export async function makeAndTickPlan(tab: Tab): Promise<void> {
  await atStep(tab, 'Hvad vil du gøre?');
  // Which week is proposed depends on the day.
  await tab.getByRole('button', { name: 'Skift uge eller slags plan' }).click();
  await atStep(tab, 'Begynd din plan');
  await tab.getByRole('radio', { name: /Denne uge/ }).check();
  await next(tab);
  await tab.getByRole('textbox', { name: 'Hvad vil du gøre?' }).fill('Jeg går en tur');
  await tab.getByRole('radio', { name: '3 dage i ugen' }).check();
  await next(tab);
  await tab.getByRole('radio', { name: '8 Ret sikker' }).check();
  await next(tab);
  await atStep(tab, 'Se din plan');
  await tab.getByRole('button', { name: 'Gem min plan' }).click();
  await tab.getByRole('heading', { name: 'Din plan er gemt' }).waitFor();
  await tab.getByRole('button', { name: 'Ja, jeg gjorde det i dag' }).click();
  await tab.getByText('Du har sat kryds i dag. Godt gået.').waitFor();
  await until('the tick is kept', async () => {
    await tab.reload();
    return tab.getByRole('checkbox', { name: /I dag/ }).isChecked();
  });
}

export async function followStory(tab: Tab): Promise<void> {
  await atStep(tab, 'Hvem vil du møde?');
  await tab.getByRole('radio', { name: 'Kasper' }).check();
  await next(tab);
  await atStep(tab, 'Kasper foran skærmen');
  await tab.getByRole('heading', { name: 'Ti minutter til' }).waitFor();
  await tab.getByRole('radio', { name: 'Skrive til instruktøren først' }).check();
  await next(tab);
  await atStep(tab, 'Han skriver');
  await next(tab);
  await atStep(tab, 'Sådan gik det for Kasper');
  await tab.getByRole('textbox', { name: 'Hvad vil du sige til Kasper?' }).fill('Det er modigt at gå med');
  await tab.getByRole('button', { name: 'Jeg er færdig' }).click();
  await atStep(tab, 'Tak, fordi du var med');
}

export async function keepDay(tab: Tab): Promise<void> {
  await tab.getByRole('radio', { name: '4 Godt' }).check();
  await tab.getByRole('button', { name: 'Gem dagen' }).click();
  await tab.getByRole('heading', { name: 'Dagen er gemt' }).waitFor();
}

export async function answerSurvey(tab: Tab): Promise<void> {
  await atStep(tab, 'Vil du være med?');
  await tab.getByRole('radio', { name: 'Ja, det vil jeg gerne' }).check();
  await next(tab);
  for (const title of ['Dig og job', 'Dig og hverdagen', 'Dit helbred', 'Hvorfor du er med']) {
    await atStep(tab, title);
    const questions = tab.getByRole('radiogroup');
    for (let at = 0; at < (await questions.count()); at += 1) await questions.nth(at).getByRole('radio').nth(2).check();
    const last = title === 'Hvorfor du er med';
    await tab.getByRole('button', { name: last ? 'Send mine svar' : 'Næste' }).click();
  }
  await atStep(tab, 'Tak for dine svar');
}
