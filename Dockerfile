# docker build -t jobextract . && docker run --rm -v "$PWD:/data" jobextract batch articles -o jobs.xlsx --lang ko
FROM python:3.12-slim
ENV LANG=C.UTF-8
WORKDIR /src
COPY . .
RUN python -m pip wheel --no-cache-dir --no-deps -w dist .
RUN python -m pip install --no-cache-dir -c constraints.txt "$(ls dist/*.whl)[html,excel,parquet,duckdb,zstd]"
# rules, weights, words and the articles of the demonstration are in the wheel: outside the checkout, all of it has to work
RUN cd / && jobextract demo --no-open -o /tmp/demo.html && rm /tmp/demo.html
WORKDIR /data
ENTRYPOINT ["jobextract"]
