import frame from './zh/frame.js';
import board from './zh/board.js';
import names from './zh/names.js';
import reasons from './zh/reasons.js';
import complaint from './zh/complaint.js';
import commands from './zh/commands.js';
import page from './zh/page.js';
import refusals from './zh/refusals.js';
import work from './zh/work.js';
import events from './zh/events.js';
import insight from './zh/insight.js';
import operations from './zh/operations.js';
import document from './zh/document.js';
import admin from './zh/admin.js';
import fields from './zh/fields.js';
import policies from './zh/policies.js';
import supervisor from './zh/supervisor.js';

export default {...frame, ...board, ...names, ...reasons, ...complaint, ...commands, ...page, ...refusals, ...work, ...events, ...insight, ...operations, ...document, ...admin, ...policies, ...fields, ...supervisor};
