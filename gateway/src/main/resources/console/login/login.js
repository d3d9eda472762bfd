import {Problem, post} from '../api.js';
import {languages, language, onLanguage, setLanguage, t} from '../i18n/text.js';

const form = document.querySelector('form');
const error = form.querySelector('[role=alert]');

function write() {
  document.querySelectorAll('[data-text]').forEach((element) => {
    element.textContent = t(element.dataset.text);
  });
  document.querySelector('.languages').replaceChildren(...Object.entries(languages).map(([code, name]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = code;
    button.textContent = name;
    button.dataset.testid = `language-${code}`;
    button.setAttribute('aria-pressed', String(code === language()));
    button.addEventListener('click', () => setLanguage(code));
    return button;
  }));
}

function explain(problem) {
  switch (problem.status) {
    case 401: return t('login.wrong');
    case 429: return t('login.slow', {seconds: problem.retryAfter ?? 60});
    default: return t('problem.unexpected', {detail: problem.message});
  }
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button.primary');
  button.disabled = true;
  error.hidden = true;
  try {
    await post('/login', new URLSearchParams(new FormData(form)));
    location.assign(`/${location.hash}`);
  } catch (problem) {
    error.textContent = explain(problem instanceof Problem ? problem : new Problem(0, {detail: String(problem)}));
    error.hidden = false;
    form.elements.password.select();
  } finally {
    button.disabled = false;
  }
});

onLanguage(write);
write();
// before, a browser would send the form itself, with the password in the address
form.querySelector('button.primary').disabled = false;
