/* global document, localStorage */
// Runs before the first paint, so that a remembered theme does not flash in the other one.
try {
  const theme = localStorage.getItem('leadlog.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;
} catch {
  // Without storage the theme follows the system.
}
