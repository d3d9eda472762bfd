import frame from './ja/frame.js';
import board from './ja/board.js';
import names from './ja/names.js';
import reasons from './ja/reasons.js';
import complaint from './ja/complaint.js';
import commands from './ja/commands.js';
import page from './ja/page.js';
import refusals from './ja/refusals.js';
import work from './ja/work.js';
import events from './ja/events.js';
import insight from './ja/insight.js';
import operations from './ja/operations.js';
import document from './ja/document.js';
import admin from './ja/admin.js';
import fields from './ja/fields.js';
import policies from './ja/policies.js';
import supervisor from './ja/supervisor.js';

export default {...frame, ...board, ...names, ...reasons, ...complaint, ...commands, ...page, ...refusals, ...work, ...events, ...insight, ...operations, ...document, ...admin, ...policies, ...fields, ...supervisor};
