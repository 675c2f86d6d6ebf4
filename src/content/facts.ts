import type { Language } from '../domain/viewer.ts';
import { phoneLink } from './checks/phones.ts';
import type { Localized } from './localized.ts';

/** Facts that the settings decide and texts tell people, so that both always agree. */
export interface Facts {
  retentionMonths: number;
  /** Who is responsible for what is kept (GDPR article 13), and how to reach them; empty if it is not set. */
  controller: Reached;
  /** Whom an instructor reaches when a participant writes something hard. */
  instructorHelp: Reached;
}

interface Reached {
  name: string;
  phone: string;
  email: string;
}

/** A package that is only checked has no settings. */
export const usualFacts: Facts = {
  retentionMonths: 12,
  controller: { name: 'Komiteen for Sundhedsoplysning (KfS)', phone: '', email: '' },
  instructorHelp: { name: 'KfS', phone: '', email: '' },
};

const placeholder = /\{\{([^{}]*)\}\}/g;

type Filled = Record<string, (facts: Facts) => string>;

const fillings: Record<Language, Filled> = {
  da: {
    ansvarlig: ({ controller }) => controller.name,
    kontakt: ({ controller: { phone, email } }) => {
      if (phone && email) return `Ring til os på ${phoneLink(phone)}, eller skriv til ${email}.`;
      if (phone) return `Ring til os på ${phoneLink(phone)}.`;
      return email ? `Skriv til os på ${email}.` : 'Din instruktør kan hjælpe dig med at få fat i os.';
    },
    'hjaelp-til-instruktoeren': ({ instructorHelp: { name, phone, email } }) => {
      if (phone && email) return `Ring til ${name} på ${phoneLink(phone)}, eller skriv til ${email}.`;
      if (phone) return `Ring til ${name} på ${phoneLink(phone)}.`;
      return email ? `Skriv til ${name} på ${email}.` : `Spørg ${name}, hvem du kan ringe til, før dit første webinar.`;
    },
    opbevaring: ({ retentionMonths: months }) => (months === 1 ? '1 måned' : `${months} måneder`),
  },
  en: {
    ansvarlig: ({ controller }) => controller.name,
    kontakt: ({ controller: { phone, email } }) => {
      if (phone && email) return `Call us on ${phoneLink(phone)}, or write to ${email}.`;
      if (phone) return `Call us on ${phoneLink(phone)}.`;
      return email ? `Write to us at ${email}.` : 'Your instructor can help you reach us.';
    },
    'hjaelp-til-instruktoeren': ({ instructorHelp: { name, phone, email } }) => {
      if (phone && email) return `Call ${name} on ${phoneLink(phone)}, or write to ${email}.`;
      if (phone) return `Call ${name} on ${phoneLink(phone)}.`;
      return email ? `Write to ${name} at ${email}.` : `Ask ${name} whom you can call, before your first webinar.`;
    },
    opbevaring: ({ retentionMonths: months }) => (months === 1 ? '1 month' : `${months} months`),
  },
};

/** Names of the placeholders that a text may contain. */
const names = Object.keys(fillings.da).map((name) => `{{${name}}}`);

/** Fills the placeholders of a text; `unknown` are those without a fact. */
export function fillIn(source: string, facts: Facts, language: Language): { text: string; unknown: Localized[] } {
  const unknown: Localized[] = [];
  const text = source.replace(placeholder, (whole, name: string) => {
    const fill = Object.hasOwn(fillings[language], name) ? fillings[language][name] : undefined;
    if (!fill) unknown.push(filledByNothing(whole));
    return fill?.(facts) ?? whole;
  });
  return { text, unknown };
}

function filledByNothing(whole: string): Localized {
  const list = names.join(', ');
  return {
    da: `"${whole}" bliver ikke til noget. Skriv en af disse: ${list}.`,
    en: `"${whole}" is filled by nothing; write one of ${list}`,
  };
}
