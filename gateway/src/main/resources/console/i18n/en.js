import frame from './en/frame.js';
import board from './en/board.js';
import names from './en/names.js';
import reasons from './en/reasons.js';
import complaint from './en/complaint.js';
import commands from './en/commands.js';
import page from './en/page.js';
import refusals from './en/refusals.js';
import work from './en/work.js';
import events from './en/events.js';
import insight from './en/insight.js';
import operations from './en/operations.js';
import document from './en/document.js';
import admin from './en/admin.js';
import fields from './en/fields.js';
import policies from './en/policies.js';
import supervisor from './en/supervisor.js';

export default {...frame, ...board, ...names, ...reasons, ...complaint, ...commands, ...page, ...refusals, ...work, ...events, ...insight, ...operations, ...document, ...admin, ...policies, ...fields, ...supervisor};
