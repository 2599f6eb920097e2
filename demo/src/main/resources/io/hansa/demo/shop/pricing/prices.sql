MERGE INTO product (number, name, product_group, list_price, floor_price) VALUES
    ('keyboard', 'Mechanical keyboard', 'input',   129.00, 110.00),
    ('mouse',    'Wireless mouse',      'input',    49.90,  35.00),
    ('monitor',  'Monitor 27"',         'display', 899.00, 700.00),
    ('headset',  'Headset',             'audio',   199.00, 120.00),
    ('cable',    'Data cable 1.5 m',    'cable',     9.95,   6.00);

MERGE INTO discount_rule
    (number, kind, description, product, product_group, least_pieces, percent, valid_from, valid_until) VALUES
    (1, 'QUANTITY', '2 % from 5 pieces of anything',     NULL,       NULL,      5,    2.00, NULL,         NULL),
    (2, 'QUANTITY', '5 % from 2 input devices',          NULL,       'input',   2,    5.00, NULL,         NULL),
    (3, 'QUANTITY', '12.5 % from 100 data cables',       'cable',    'cable',   100, 12.50, NULL,         NULL),
    (4, 'CAMPAIGN', '3 % on displays',                   NULL,       'display', 1,    3.00, DATE '2024-01-01', NULL),
    (5, 'CAMPAIGN', '10 % on audio, first year of shop', NULL,       'audio',   1,   10.00, DATE '2020-01-01', DATE '2020-12-31'),
    (6, 'CAMPAIGN', '4 % on keyboards',                  'keyboard', 'input',   1,    4.00, DATE '2024-01-01', NULL);
