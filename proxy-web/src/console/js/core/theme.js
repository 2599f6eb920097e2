const THEME_KEY = 'hansa.theme';
const THEMES = ['auto', 'light', 'dark'];

export function currentTheme() {
  const kept = localStorage.getItem(THEME_KEY);
  return THEMES.includes(kept) ? kept : 'auto';
}

/** @param {'auto'|'light'|'dark'} theme auto: as the system says */
export function applyTheme(theme) {
  localStorage.setItem(THEME_KEY, theme);
  if (theme === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}
