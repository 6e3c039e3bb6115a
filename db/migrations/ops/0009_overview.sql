-- The leadership board tells how refusals by reason grew.
grant select on ops.refusal_sample to saylau_web;
