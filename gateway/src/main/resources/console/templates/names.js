// What templates are called.
import {name, t} from '../i18n/text.js';

/** Languages that letters are written in; each template has all of them. */
export const LANGUAGES = ['ja', 'en', 'zh'];

export const isFrame = (template) => template === 'frame';
export const title = (template) => isFrame(template) ? t('templates.frame') : name('notification', template.toUpperCase().replaceAll('-', '_'));
