// What the design system has rules for and none of our pages use: no participant fetches it.
export const unused = [
  ...['accordion', 'accordion-bordered', 'alert--paragraph', 'alert-close', 'body-copy-text', 'body-text', 'bold-link'],
  ...['bordered-list', 'button-active', 'button-group', 'button-hover', 'button-icon-only', 'button-warning'],
  ...['button-wrapper', 'character-limit', 'checkbox-content', 'color-text-black', 'date-group', 'date-picker'],
  ...['details-summary-text', 'displayheading-1', 'displayheading-2', 'facit', 'field-group-title'],
  ...['form-input-prefix', 'form-input-suffix', 'form-input-wrapper', 'form-input-wrapper--prefix'],
  ...['form-input-wrapper--suffix', 'form-limit', 'form-limit-error', 'form-select', 'form-success'],
  ...['full-width-image', 'function-link', 'function-link-wrapper', 'h6', 'hidden-content-wrapper', 'icon-link'],
  ...[
    'inline-list',
    'limit-exceeded',
    'link-focus',
    'link-hover',
    'link-visited',
    'lowercase',
    'mainmenu',
    'nav-primary',
  ],
  ...['nobullet-list', 'noindent-list', 'overflow-list', 'radio-content', 'show-content', 'sidemenu', 'sidenav-list'],
  ...['sidenav-sub_list', 'small-text', 'step-indicator', 'subheading', 'tab-list', 'table--selectable', 'tabnav'],
  ...['text-negative', 'text-positive', 'tooltip-wrapper', 'unstyled-list', 'uppercase', 'weight-normal'],
  ...['weight-semibold', 'xs-full-width'],
];

const usesOne = new RegExp(`\\.(${unused.join('|')})(?![\\w-])`);

/** Compressed CSS without the selectors that only such classes could meet, and without what is empty then. */
export function withoutUnused(/** @type {string} */ css) {
  const rules = css.replaceAll(
    /([^{}@;]+)\{([^{}]*)\}/g,
    (_, /** @type {string} */ selectors, /** @type {string} */ body) => {
      const kept = listed(selectors).filter((selector) => !usesOne.test(selector.replaceAll(/:not\([^)]*\)/g, '')));
      return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`;
    },
  );
  return rules.replaceAll(/@media[^{}]+\{\}/g, '');
}

/** Divides at the commas that no brackets enclose. */
function listed(/** @type {string} */ selectors) {
  return selectors.split(/,(?![^()]*\))/);
}
