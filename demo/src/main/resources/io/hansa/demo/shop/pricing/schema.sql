CREATE TABLE IF NOT EXISTS product (
    number        VARCHAR(30)    PRIMARY KEY,
    name          VARCHAR(60)    NOT NULL,
    product_group VARCHAR(20)    NOT NULL,
    list_price    DECIMAL(12, 2) NOT NULL CHECK (list_price >= 0),
    floor_price   DECIMAL(12, 2) NOT NULL CHECK (floor_price >= 0)
);

CREATE TABLE IF NOT EXISTS discount_rule (
    number        INTEGER       PRIMARY KEY,
    kind          VARCHAR(10)   NOT NULL CHECK (kind IN ('CAMPAIGN', 'QUANTITY')),
    description   VARCHAR(80)   NOT NULL,
    product       VARCHAR(30)   REFERENCES product (number),
    product_group VARCHAR(20),
    least_pieces  INTEGER       NOT NULL CHECK (least_pieces >= 1),
    percent       DECIMAL(5, 2) NOT NULL CHECK (percent > 0 AND percent < 100),
    valid_from    DATE,
    valid_until   DATE
);
