const dark = window.matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.setAttribute('theme', dark.matches ? 'dark' : '');
dark.addEventListener('change', follow);
follow();
