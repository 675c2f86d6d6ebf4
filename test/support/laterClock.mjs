// Loaded before the product: its clock runs AHEAD_MS milliseconds ahead, as if that time had passed.
import process from 'node:process';

const now = Date.now;
const ahead = Number(process.env.AHEAD_MS);
Date.now = () => now() + ahead;
